/**
 * What a signer remembers, as values: its identity, its seats in committees, what it approved and
 * rejected, and the ledger of nonces. Each change gives a new state, which is stored whole.
 */
@NullMarked
package org.softpause.signer.state;

import org.jspecify.annotations.NullMarked;
