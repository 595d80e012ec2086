package org.softpause.signer.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.ceremony.RosterLineage;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SignerState;

/**
 * Finds the current committees among the rosters that the service shows. None of them is trusted: a
 * roster counts if the log names its hash, or if its ceremonies lead back to such a roster.
 */
record CommitteeLookup(ServiceClient service) {
  private static final int MAX_COMMITTEES = 1_000;

  /**
   * The committees now, within one gathering.
   *
   * @throws RuleViolation GATHERING_EXCEEDED, or what a roster breaks that cannot be read
   */
  CurrentCommittees current(PinnedRegistry registry, RegistryState log, SignerState own) {
    ServiceClient reading = service.gathering();
    List<Roster> shown = fetch(reading);
    List<Roster> known = new ArrayList<>(registry.rosters());
    own.seats().stream().map(CeremonySeat::roster).flatMap(Optional::stream).forEach(known::add);
    known.addAll(shown);
    List<Bytes32> familiar =
        new ArrayList<>(
            known.subList(0, known.size() - shown.size()).stream().map(Roster::hash).toList());
    return new CurrentCommittees(log, own, known, refreshed(reading, shown, familiar));
  }

  /** What refreshes have made of rosters, without those whose ceremonies do not prove them. */
  static List<CurrentCommittees.Refreshed> refreshed(
      ServiceClient reading, List<Roster> shown, List<Bytes32> familiar) {
    RosterLineage lineage = new RosterLineage(new BulletinBoard(reading));
    List<CurrentCommittees.Refreshed> refreshed = new ArrayList<>();
    for (Roster roster : shown) {
      if (!familiar.contains(roster.hash())) {
        registered(lineage, roster)
            .filter(name -> !name.equals(roster.hash()))
            .ifPresent(name -> refreshed.add(new CurrentCommittees.Refreshed(name, roster)));
      }
    }
    return refreshed;
  }

  private static Optional<Bytes32> registered(RosterLineage lineage, Roster roster) {
    try {
      return Optional.of(lineage.registered(roster));
    } catch (ServiceRefusal unproven) {
      return Optional.empty();
    } catch (RuleViolation unproven) {
      if (unproven.rule() == Rule.GATHERING_EXCEEDED) {
        throw unproven;
      }
      return Optional.empty();
    }
  }

  private static List<Roster> fetch(ServiceClient reading) {
    return reading.find("/v1/committees").stream()
        .flatMap(view -> view.objects("committees", MAX_COMMITTEES).stream())
        .map(view -> ObjectReader.read(view.object("roster").json(), Roster::read))
        .distinct()
        .toList();
  }
}
