/**
 * Tests of FROST against the vectors of RFC 9591 and against everything that a signer, coordinator
 * or carrier could do wrong. The only code that splits a known secret is here, never in the
 * product.
 */
@NullMarked
package org.softpause.frost;

import org.jspecify.annotations.NullMarked;
