/** How a registry is deployed, and what becomes of the file. */
@NullMarked
package org.softpause.authz.deployment;

import org.jspecify.annotations.NullMarked;
