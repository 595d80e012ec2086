/** What every feature stands on, looked at by itself. */
@NullMarked
package org.softpause.authz.system;

import org.jspecify.annotations.NullMarked;
