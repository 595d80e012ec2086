/**
 * Tests of FROST against the vectors of RFC 9591 and against everything that a signer, coordinator
 * or carrier could do wrong. The one place where a known secret is split stands here, never in the
 * product.
 */
@NullMarked
package org.softpause.frost;

import org.jspecify.annotations.NullMarked;
