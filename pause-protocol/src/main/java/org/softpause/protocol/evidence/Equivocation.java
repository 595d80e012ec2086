package org.softpause.protocol.evidence;

import org.softpause.protocol.committee.Member;
import org.softpause.protocol.jose.Jws;

/** Evidence that a member signed two different messages of which it may sign only one. */
public record Equivocation(Member culprit, Jws first, Jws second) {}
