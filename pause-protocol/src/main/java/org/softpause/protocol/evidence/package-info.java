/**
 * Evidence against a member that anyone who knows the roster can verify: a bad share, an
 * equivocation.
 */
@NullMarked
package org.softpause.protocol.evidence;

import org.jspecify.annotations.NullMarked;
