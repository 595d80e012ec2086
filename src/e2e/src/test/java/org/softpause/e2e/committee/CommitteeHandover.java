package org.softpause.e2e.committee;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Poll;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.SigningShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.OddGroup;
import org.softpause.protocol.fixture.TestRandom;
import tools.jackson.databind.JsonNode;

/** The resharing of the test: the key goes from three of five to four of seven; two leave. */
final class CommitteeHandover {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int THRESHOLD = 4;

  private final CommitteeHarness harness;
  private final CommitteeIT.Founded founded;
  private final List<Signatory> newcomers = new ArrayList<>();

  CommitteeHandover(CommitteeHarness harness, CommitteeIT.Founded founded) {
    this.harness = harness;
    this.founded = founded;
  }

  /** The three who stay deal the shares and sign the Rotate that announces the resharing. */
  void reshareToFourOfSeven(List<String> names) throws IOException {
    for (String name : names) {
      newcomers.add(harness.officer(name));
    }
    harness.enrol(newcomers);
    ProposedCeremony resharing = founded.honest().getFirst().proposesResharing(THRESHOLD, all());
    Parallel.each(seven(), one -> one.joins(resharing));
    Parallel.each(newcomers, one -> one.checksDeployment(harness.service().deploymentFile()));
    String rotate = founded.honest().getFirst().proposesRotation(resharing, harness.reasons());
    founded.honest().stream().skip(1).forEach(one -> one.approves(rotate));
    harness.service().awaitState(rotate, LifecycleState.FINAL, SOON);
    seven().forEach(this::awaitInForce);
  }

  private List<Signatory> seven() {
    return Stream.concat(founded.honest().stream(), newcomers.stream()).toList();
  }

  private List<String> all() {
    return seven().stream().map(Signatory::name).toList();
  }

  private void awaitInForce(Signatory one) {
    String roster = roster().hash().toString();
    Poll.untilTrue(
        one.name() + " to use its new share",
        SOON,
        () -> one.settles().path("inForce").toString().contains(roster));
  }

  /** Three newcomers sign, and one who stayed and whose machine was recovered. */
  void theNewCommitteeSignsOnTheSameRegistryUnderTheSameKey() throws IOException {
    List<Signatory> signers =
        Stream.concat(newcomers.stream().skip(1), Stream.of(founded.officer("Kenya"))).toList();
    newcomers.stream().skip(1).forEach(Signatory::watches);
    String id = signers.getFirst().proposes(CommitteeIT.drill(11), harness.reasons());
    signers.stream().skip(1).forEach(one -> one.approves(id));
    JsonNode decision = harness.service().awaitState(id, LifecycleState.FINAL, SOON);
    assertThat(decision.path("signers").size()).isEqualTo(THRESHOLD);
    assertThat(roster().groupKey())
        .isEqualTo(new PublishedEvidence(harness.service(), founded.roster()).roster().groupKey());
    assertThat(roster().members()).hasSize(7);
  }

  /** Three new members approve; both leavers try to approve. */
  void theLeaversCannotSignWithThreeOfTheNew(Path hostileShare) throws IOException {
    PauseOrder pause = new PauseOrder(0, 500, List.of(276), 1, 3600, 10, 3, false);
    List<Signatory> three = newcomers.subList(1, THRESHOLD);
    String id = three.getFirst().proposes(pause, harness.reasons());
    three.stream().skip(1).forEach(one -> one.approves(id));
    assertThat(founded.silent().isRefusedApproval(id)).isEqualTo("not-a-member");
    harness.awaitHostileRefused(id);
    assertThat(harness.service().decision(id).path("approvals").size()).isEqualTo(THRESHOLD - 1);
    assertThat(harness.service().decision(id).path("state").asString()).isEqualTo("PROPOSED");
    theOldShareSignsInNoSeat(SigningShare.fromSecretBytes(Files.readAllBytes(hostileShare)));
  }

  /** A leaver's share under a new member's name is invalid and names that member. */
  private void theOldShareSignsInNoSeat(SigningShare old) {
    PublicKeyPackage keys = roster().publicKeys();
    for (Identifier seat : keys.shares().keySet()) {
      assertThatThrownBy(() -> new KeyPackage(seat, old, keys))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("the signing share is not that of member " + seat.value());
      OddGroup.Signed signed = signedWith(old, seat, keys);
      assertThatThrownBy(
              () ->
                  Aggregation.verifyShare(
                      seat,
                      requireNonNull(signed.shares().get(seat)),
                      signed.signingPackage(),
                      keys))
          .isExactlyInstanceOf(InvalidSignatureShares.class)
          .hasMessage("invalid signature share from [%d]", seat.value());
    }
  }

  /** Makes a session of four members in which the leaver takes this seat. */
  private static OddGroup.Signed signedWith(
      SigningShare old, Identifier seat, PublicKeyPackage keys) {
    Map<Identifier, SigningShare> shares = new TreeMap<>(Map.of(seat, old));
    for (Identifier other : keys.shares().keySet()) {
      if (shares.size() < THRESHOLD && !other.equals(seat)) {
        byte[] any = new byte[Bytes32.LENGTH];
        Arrays.fill(any, (byte) other.value());
        shares.put(other, SigningShare.fromSecretBytes(any));
      }
    }
    return new OddGroup(keys, shares).sign(Bytes32.ZERO, TestRandom.seeded(seat.value()));
  }

  /** Returns the roster that holds the mandate, as the service shows it. */
  private Roster roster() {
    JsonNode committees = harness.service().api().get("/v1/committees").path("committees");
    JsonNode latest =
        committees
            .valueStream()
            .filter(one -> one.path("epoch").asInt(0) == 1)
            .findFirst()
            .orElseThrow();
    return new PublishedEvidence(harness.service(), latest.path("roster")).roster();
  }
}
