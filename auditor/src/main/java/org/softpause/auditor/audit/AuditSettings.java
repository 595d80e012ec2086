package org.softpause.auditor.audit;

import java.util.Optional;
import org.softpause.auditor.chain.LogScan;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.RegistryCode;

/**
 * How to audit.
 *
 * @param fromBlock the first block read, at or before the deployment
 * @param head0 what a deployment file says that the log begins with
 */
public record AuditSettings(
    RegistryCode code,
    long fromBlock,
    Optional<Bytes32> head0,
    LogScan.Rest rest,
    AuditProgress progress) {}
