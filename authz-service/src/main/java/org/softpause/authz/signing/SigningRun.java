package org.softpause.authz.signing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.softpause.protocol.Bytes32;

/** One group's run of the signing protocol for one decision. */
@Embeddable
record SigningRun(Bytes32 decision, Bytes32 roster) implements Serializable {}
