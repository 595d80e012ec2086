package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;

/**
 * The log entry of this decision is in a finalised block; published within the transaction that
 * records it. A decision of which this service had no record before is not announced, since nobody
 * here waits for it.
 */
public record EntryFinalised(Bytes32 decision) {}
