/**
 * Whether the Java rules and the contract say the same: ids, heads and verdicts, on a real chain.
 * The contract is called with what web3j encodes, so that no encoder of ours judges itself.
 */
@NullMarked
package org.softpause.authz.agreement;

import org.jspecify.annotations.NullMarked;
