package org.softpause.authz.ceremony;

import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Phase;

/** A line in the list of ceremonies. */
public record CeremonySummary(Bytes32 id, String body, Phase phase, Instant openedAt) {}
