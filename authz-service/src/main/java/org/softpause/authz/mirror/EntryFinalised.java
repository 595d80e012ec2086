package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;

/**
 * The log entry of this decision is in a finalised block; published within the transaction that
 * records it.
 */
public record EntryFinalised(Bytes32 decision) {}
