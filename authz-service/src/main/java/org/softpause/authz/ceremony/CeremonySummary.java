package org.softpause.authz.ceremony;

import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.CeremonyPhase;

/** A line in the list of ceremonies. */
public record CeremonySummary(Bytes32 id, String body, CeremonyPhase phase, Instant openedAt) {}
