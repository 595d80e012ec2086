package org.softpause.auditor.audit;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.registry.RegistryCode;

/**
 * The settings of one audit.
 *
 * @param code the registry bytecode that the contract must have
 * @param fromBlock the first block to read, at or before the deployment
 * @param head0 the head that the log begins with according to a deployment file
 * @param waiter lets time pass after a node has refused a request
 * @param progress is told how much of a chain has been read
 */
public record AuditSettings(
    RegistryCode code,
    long fromBlock,
    Optional<Bytes32> head0,
    Waiter waiter,
    AuditProgress progress) {}
