package org.softpause.signer.words;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;

/**
 * One committee beside those of today.
 *
 * @param rosters that were verified here
 */
record CommitteeWords(List<CommitteeKey> today, List<Roster> rosters) {
  String describe(CommitteeKey body) {
    Optional<Roster> roster = roster(body.roster());
    if (roster.isEmpty()) {
      return "roster %s, key %s: who they are could not be verified here, so ask before you approve."
          .formatted(body.roster(), Hex.encode(body.key().encode()));
    }
    Roster known = roster.get();
    return "%s, any %d of its %d members: %s. %s"
        .formatted(
            name(body), known.minSigners(), known.members().size(), members(known), change(body));
  }

  /** "Compute Council (civil)", or its roster's hash where that is all we have. */
  String name(CommitteeKey body) {
    return roster(body.roster())
            .map(known -> SafeText.line(known.body()))
            .orElse("" + body.roster())
        + (body.civil() ? " (civil)" : "");
  }

  /** Whether the key stays and the roster does not. */
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
            .orElse("Who they were is unknown here.");
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
