/**
 * Proofs that a service lied in its tokens. Two tokens by one key that cannot both be true are
 * evidence that anyone can check offline.
 */
@NullMarked
package org.softpause.auditor.token;

import org.jspecify.annotations.NullMarked;
