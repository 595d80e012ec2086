package org.softpause.protocol.evidence;

import org.softpause.protocol.committee.Member;
import org.softpause.protocol.jose.Jws;

/** Two different messages of one kind signed by one member: evidence that speaks for itself. */
public record Equivocation(Member culprit, Jws first, Jws second) {}
