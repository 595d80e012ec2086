package org.softpause.protocol.registry;

import org.softpause.protocol.Bytes32;

/**
 * What lowers ceilings for a time: all that a reckoning needs (protocol "The ceiling of a site at
 * time t"). Times are Unix seconds.
 */
public sealed interface CeilingReduction permits AnchoredPause, Lapse {
  /** The decision's id; a lapse has one of its own. */
  Bytes32 id();

  int ceilingBps();

  /** When the first site's way down begins. */
  long startsAt(long leadSeconds);

  /** When the first site's way back up begins. */
  long endsAt();

  /** The anchoring time of what ended it early, {@link AnchoredPause#NEVER} without that. */
  long liftedAt();

  long rampSeconds();

  long staggerSeconds();
}
