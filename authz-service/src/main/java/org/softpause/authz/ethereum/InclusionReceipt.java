package org.softpause.authz.ethereum;

import java.util.Optional;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;

/**
 * The node's receipt of a transaction that a block includes.
 *
 * @param succeeded whether the contract took it; a reverted transaction is included and paid too
 * @param created the address of the contract that it created, if it created one
 */
public record InclusionReceipt(
    Bytes32 transaction,
    boolean succeeded,
    long blockNumber,
    long gasUsed,
    Optional<Address> created) {}
