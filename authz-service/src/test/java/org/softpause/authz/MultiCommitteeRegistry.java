package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.fixture.TestCeremony;

/**
 * A service and a registry with a licence: two committees hold STANDING, a third EMERGENCY, and a
 * fourth holds no mandate yet. Each has three members, of whom two sign.
 */
public final class MultiCommitteeRegistry extends RegistryWorld {
  private final RunningService service;
  private final Signatories north;
  private final Signatories south;
  private final Signatories swift;
  private final Signatories fresh;

  private MultiCommitteeRegistry(long seed) {
    this.service = startSendingService(anvil().endpoint());
    this.north = body(seed, "ada", "ben", "cleo");
    this.south = body(seed + 1, "dan", "eve", "fred");
    this.swift = body(seed + 2, "gina", "hal", "iris");
    this.fresh = body(seed + 3, "jo", "kim", "leo");
    deploy(
        "--standing=" + north.foundCommittee() + "," + south.foundCommittee(),
        "--emergency=" + swift.foundCommittee(),
        "--lapse-ceiling-bps=3000",
        "--licence-seconds=604800",
        "--lapse-ramp-seconds=600",
        "--lapse-stagger-seconds=60");
    fresh.foundCommittee();
  }

  @Override
  RunningService service() {
    return service;
  }

  public static MultiCommitteeRegistry found(long seed) {
    return new MultiCommitteeRegistry(seed);
  }

  private Signatories body(long seed, String... names) {
    return new Signatories(TestCeremony.of(seed, 2, names), seed, service);
  }

  public Signatories north() {
    return north;
  }

  public Signatories south() {
    return south;
  }

  public Signatories swift() {
    return swift;
  }

  /** The committee that has no mandate at first. */
  public Signatories fresh() {
    return fresh;
  }

  /** The committees as a Rotate names them, in its order. */
  public static List<CommitteeKey> keys(Signatories... bodies) {
    return Stream.of(bodies)
        .map(Signatories::fullRoster)
        .map(MultiCommitteeRegistry::key)
        .sorted((one, other) -> one.x().compareTo(other.x()))
        .toList();
  }

  private static CommitteeKey key(Roster roster) {
    return new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
  }

  /** The first committee proposes, then all of them sign, one after the other. */
  public Bytes32 certify(Decision decision, Signatories... bodies) {
    HttpCaller.Answer answer = bodies[0].propose(decision);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    Bytes32 id = decision.id(bodies[0].domain());
    for (Signatories body : bodies) {
      assertThat(state(id)).isIn("PROPOSED", "SIGNING");
      body.sign(id, decision.epoch());
    }
    return id;
  }

  /** As {@link #certify}, up to the final block. */
  public Bytes32 decide(Decision decision, Signatories... bodies) {
    Bytes32 id = certify(decision, bodies);
    await(id, "FINAL");
    return id;
  }
}
