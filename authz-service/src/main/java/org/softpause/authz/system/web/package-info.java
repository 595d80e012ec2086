/**
 * What every HTTP request passes through: the limit on its body, and problem details (RFC 9457) for
 * refusals. Nothing here knows what a request is about.
 */
@NullMarked
package org.softpause.authz.system.web;

import org.jspecify.annotations.NullMarked;
