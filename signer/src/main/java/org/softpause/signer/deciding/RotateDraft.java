package org.softpause.signer.deciding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.ceremony.RosterVerifier;

/**
 * A rotation that is to be proposed; also how a resharing is announced.
 *
 * @param target the mandate whose committees change
 * @param ceremonies complete ceremonies whose committees are to hold the mandate
 * @param keepOthers whether today's committees stay, except where a ceremony has their key
 * @param delete whether nobody is to hold the mandate
 * @param anchorWithin how long the signatures are valid
 */
public record RotateDraft(
    MandateName target,
    List<Bytes32> ceremonies,
    boolean keepOthers,
    boolean delete,
    Duration anchorWithin)
    implements DecisionDraft {
  @Override
  public Rotate decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash) {
    List<CommitteeKey> made = made(workspace.rosterVerifier());
    return decision(workspace.registryState(), made, now, reasonHash);
  }

  Rotate decision(RegistryState registry, List<CommitteeKey> made, long now, Bytes32 reasonHash) {
    return new Rotate(
        MandateName.STANDING,
        registry.epoch(MandateName.STANDING),
        target,
        registry.epoch(target),
        committees(made, registry.committees(target)),
        now,
        now + anchorWithin.toSeconds(),
        reasonHash);
  }

  private List<CommitteeKey> committees(List<CommitteeKey> made, List<CommitteeKey> today) {
    if (delete != (made.isEmpty() && !keepOthers)) {
      throw new RuleViolation(
          Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
          "name ceremonies, or say --keep-others, or say --delete and neither");
    }
    List<VerifyingKey> keys = made.stream().map(CommitteeKey::key).toList();
    List<CommitteeKey> all = new ArrayList<>(made);
    if (keepOthers) {
      today.stream().filter(body -> !keys.contains(body.key())).forEach(all::add);
    }
    all.sort(Comparator.comparing(CommitteeKey::x));
    return all;
  }

  private List<CommitteeKey> made(RosterVerifier verifier) {
    return ceremonies.stream()
        .map(verifier::roster)
        .map(roster -> new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash()))
        .toList();
  }
}
