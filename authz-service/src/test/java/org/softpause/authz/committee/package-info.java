/**
 * Enrolment as a jurisdiction and an operator meet it, and everything malformed that it refuses.
 */
@NullMarked
package org.softpause.authz.committee;

import org.jspecify.annotations.NullMarked;
