package org.softpause.authz.ethereum;

import java.util.Optional;
import org.softpause.protocol.Address;

/**
 * A transaction without ether, before it is signed (EIP-1559).
 *
 * @param to the contract that is called; empty where the transaction creates one
 * @param data call data or creation code, hex
 */
public record UnsignedTransaction(
    long chainId, long nonce, long gasLimit, Optional<Address> to, String data, Fees fees) {}
