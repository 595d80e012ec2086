package org.softpause.authz.signing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** A seat in a session. */
@Embeddable
record SessionMember(long session, int identifier) implements Serializable {}
