package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.service.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the plan of a new committee, signs it and puts it on the board. */
@Command(
    name = "ceremony-propose",
    description = "Propose a new committee: its members, and how many of them must sign.")
final class CeremonyPropose extends Task {
  private static final int MAX_NAME = 100;

  @Option(names = "--body", required = true, description = "The committee's name.")
  private String body = "";

  @Option(names = "--civil", description = "It is a civil body.")
  private boolean civil;

  @Option(names = "--threshold", required = true, description = "How many members must sign.")
  private int threshold;

  @Option(
      names = "--members",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "Names of registered jurisdictions, this one included.")
  private List<String> members = List.of();

  @Override
  Report run(Workspace workspace) {
    CeremonyPlan plan = plan(workspace);
    Identity identity = workspace.identity();
    BulletinBoard board = new BulletinBoard(workspace.service());
    Participation participation =
        new Participation(workspace.store(), identity, workspace.random(), board);
    participation.takeSeat(plan, plan.fingerprint());
    board.open(participation.keepPlan(plan));
    return new Report(
        List.of(
            "Ceremony    " + plan.id(),
            "Fingerprint " + plan.fingerprint(),
            "Read the fingerprint to every member over a channel that is not the service."),
        new ObjectWriter()
            .bytes32("id", plan.id())
            .text("fingerprint", plan.fingerprint())
            .toJson());
  }

  private CeremonyPlan plan(Workspace workspace) {
    byte[] nonce = new byte[Bytes32.LENGTH];
    workspace.random().nextBytes(nonce);
    return new CeremonyPlan(
        body,
        civil,
        threshold,
        seats(workspace),
        Bytes32.of(nonce),
        workspace.clock().instant().getEpochSecond());
  }

  private List<Member> seats(Workspace workspace) {
    List<View> known = workspace.service().get("/v1/jurisdictions").objects("jurisdictions");
    List<Member> seats = new ArrayList<>();
    for (String name : members) {
      seats.add(new Member(new Identifier(seats.size() + 1), name, key(known, name)));
    }
    return seats;
  }

  private static PublicIdentity key(List<View> known, String name) {
    List<View> named =
        known.stream().filter(view -> view.text("name", MAX_NAME).equals(name)).toList();
    if (named.size() != 1) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, named.size() + " jurisdictions are registered as " + name);
    }
    return ObjectReader.read(named.getFirst().object("jwk").json(), PublicIdentity::read);
  }
}
