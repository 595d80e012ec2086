/** The log over HTTP. */
@NullMarked
package org.softpause.authz.mirror.web;

import org.jspecify.annotations.NullMarked;
