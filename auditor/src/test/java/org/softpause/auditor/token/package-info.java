/**
 * Tests of proofs that a service lied. Honest services are tested too: nothing is held against
 * them.
 */
@NullMarked
package org.softpause.auditor.token;

import org.jspecify.annotations.NullMarked;
