package org.softpause.protocol.transport;

import java.time.Duration;

/**
 * The most that one gathering may take from a peer, because what arrives is not verified yet.
 *
 * @param time spent waiting for answers, whatever else happens in between
 * @param bytes of all answers' bodies; the answer that exceeds them is the last
 * @param requests sent
 */
public record GatheringLimits(Duration time, long bytes, long requests) {}
