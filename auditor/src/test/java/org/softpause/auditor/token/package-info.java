/**
 * Tests of proofs that a service lied. Tokens of honest services are tested too and must give no
 * proof.
 */
@NullMarked
package org.softpause.auditor.token;

import org.jspecify.annotations.NullMarked;
