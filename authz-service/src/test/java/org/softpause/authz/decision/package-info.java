/** The states of a decision. */
@NullMarked
package org.softpause.authz.decision;

import org.jspecify.annotations.NullMarked;
