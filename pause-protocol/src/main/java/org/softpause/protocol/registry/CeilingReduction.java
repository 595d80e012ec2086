package org.softpause.protocol.registry;

import org.softpause.protocol.Bytes32;

/**
 * Something that lowers ceilings for a time: a pause or a lapse, with what a {@code
 * CeilingCalculator} needs of it (protocol "Sites and their ceiling"). Times are Unix seconds.
 */
public sealed interface CeilingReduction permits AnchoredPause, Lapse {
  /**
   * The id from which a site's place in the stagger follows: the decision's, or the lapse's own.
   */
  Bytes32 id();

  int ceilingBps();

  /** When the first site starts to lower its ceiling. */
  long startsAt(long leadSeconds);

  /** When the first site starts to raise its ceiling again. */
  long endsAt();

  /** When the decision that ended this early was anchored, or {@link AnchoredPause#NEVER}. */
  long liftedAt();

  long rampSeconds();

  long staggerSeconds();
}
