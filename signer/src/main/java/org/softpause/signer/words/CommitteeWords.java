package org.softpause.signer.words;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;

/**
 * Describes a committee that a rotation lists, and what changes from the committees of today.
 *
 * @param today the committees that hold the mandate now
 * @param rosters the rosters that this signer has verified
 */
record CommitteeWords(List<CommitteeKey> today, List<Roster> rosters) {
  String describe(CommitteeKey body) {
    Optional<Roster> roster = roster(body.roster());
    if (roster.isEmpty()) {
      return "roster %s, key %s: who its members are could not be verified here, so ask before you approve."
          .formatted(body.roster(), Hex.encode(body.key().encode()));
    }
    Roster known = roster.get();
    return "%s, any %d of its %d members: %s. %s"
        .formatted(
            name(body), known.minSigners(), known.members().size(), members(known), change(body));
  }

  /**
   * Returns a name like "Compute Council (civil)", or the hash of a roster that is unknown here.
   */
  String name(CommitteeKey body) {
    return roster(body.roster())
            .map(known -> SafeText.line(known.body()))
            .orElse("" + body.roster())
        + (body.civil() ? " (civil)" : "");
  }

  /** Whether the committee keeps its key and gets another roster. */
  boolean isReshared(CommitteeKey body) {
    return before(body.key()).filter(old -> !old.roster().equals(body.roster())).isPresent();
  }

  boolean isGone(CommitteeKey body, List<CommitteeKey> listed) {
    return listed.stream().noneMatch(one -> one.key().equals(body.key()));
  }

  private String change(CommitteeKey body) {
    Optional<CommitteeKey> old = before(body.key());
    if (old.isEmpty()) {
      return "A new key, which signs this decision too and so proves that it works.";
    }
    if (old.get().equals(body)) {
      return "As today.";
    }
    return "The key stays, the roster is new. "
        + roster(old.get().roster())
            .map(
                before ->
                    ChangeWords.between(before, roster(body.roster()).orElseThrow()).describe())
            .orElse("Who the members were is unknown here.");
  }

  private static String members(Roster roster) {
    return Amounts.list(
        roster.members().stream().map(each -> SafeText.line(each.member().name())).toList());
  }

  private Optional<CommitteeKey> before(VerifyingKey key) {
    return today.stream().filter(old -> old.key().equals(key)).findFirst();
  }

  private Optional<Roster> roster(Bytes32 hash) {
    return rosters.stream().filter(known -> known.hash().equals(hash)).findFirst();
  }
}
