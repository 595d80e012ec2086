package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;

/**
 * A reorganisation removed the log entry of this decision, which has to be anchored again;
 * published within the transaction that records it.
 */
public record EntryTakenBack(Bytes32 decision) {}
