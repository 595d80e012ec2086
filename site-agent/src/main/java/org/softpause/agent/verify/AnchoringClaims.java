package org.softpause.agent.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.protocol.Rule;

/**
 * Separates the anchoring times that can be true from those that cannot (protocol "Token"). A time
 * {@code a} can be true if it is at most a minute past the clock and later than the proven time P,
 * because everything anchored up to P is in the proven log.
 *
 * @param possible the entries that may lower
 * @param refuted the reasons why the others do not
 */
record AnchoringClaims(List<UnprovenEntry> possible, List<VerdictNote> refuted) {

  /**
   * Weighs the claims.
   *
   * @param provenAt P, Unix seconds
   * @param now C, the clock reading of this verification, Unix seconds
   */
  static AnchoringClaims weigh(List<UnprovenEntry> claims, long provenAt, long now) {
    List<UnprovenEntry> possible = new ArrayList<>();
    List<VerdictNote> refuted = new ArrayList<>();
    for (UnprovenEntry claim : claims) {
      Optional<VerdictNote> objection = objection(claim, provenAt, now);
      objection.ifPresentOrElse(refuted::add, () -> possible.add(claim));
    }
    return new AnchoringClaims(List.copyOf(possible), List.copyOf(refuted));
  }

  private static Optional<VerdictNote> objection(UnprovenEntry claim, long provenAt, long now) {
    if (claim.claimed() > now + PendingCheck.SKEW_SECONDS) {
      return Optional.of(
          note(
              Rule.CLAIM_FROM_FUTURE,
              claim,
              "is %d s ahead of this clock".formatted(claim.claimed() - now)));
    }
    if (claim.claimed() <= provenAt) {
      return Optional.of(
          note(Rule.CLAIM_REFUTED, claim, "lies in the proven time, whose log lacks the decision"));
    }
    return Optional.empty();
  }

  private static VerdictNote note(Rule rule, UnprovenEntry claim, String why) {
    return new VerdictNote(
        rule,
        "the anchoring time shown for decision %s %s, so it lowers nothing"
            .formatted(ShortHash.of(claim.id()), why));
  }
}
