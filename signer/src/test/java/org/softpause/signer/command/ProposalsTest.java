package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Joining;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/** What is rarely proposed, renewals and rotations, and who comes to a registry later. */
class ProposalsTest {
  private static final RegistryParameters LICENSED =
      new RegistryParameters(Pflops.of(100), 1_800, 5, 604_800, 3_000, 600, 60);
  private static final long NOW = Officers.NOW.getEpochSecond();
  private static final String REGISTRY = "0x00000000000000000000000000000000000000aa";
  private static final List<String> THREE = List.of("Kenya", "Brazil", "India");

  @TempDir static Path folder;
  private static Officers officers;
  private static TestNode node;

  @BeforeAll
  static void aRegistryWithALicence() throws Exception {
    officers = new Officers(folder, new SeededRandom(14));
    officers.found();
    node = new TestNode(officers.deploy(LICENSED), NOW);
    officers.useNode(node.address());
    for (String name : Officers.NAMES) {
      Outcome checked = officers.run(name, "check-deployment");
      assertThat(checked.code()).as(checked.err()).isZero();
    }
  }

  @AfterAll
  static void close() {
    node.close();
    officers.close();
  }

  @Test
  void aRenewalIsForAsLongAsTheRegistryAllowsUnlessAShorterTimeIsNamed() {
    Bytes32 longest = proposed("propose-renew");
    assertThat(officers.world().proposed(longest))
        .isEqualTo(renew(longest, NOW + 604_800, NOW + 86_400));
    Bytes32 shorter = proposed("propose-renew", "--for", "604790s", "--anchor-within", "1h");
    assertThat(officers.world().proposed(shorter))
        .isEqualTo(renew(shorter, NOW + 604_790, NOW + 3_600));
    assertThat(officers.run("Brazil", "show", longest.toString()).out())
        .contains("operating licence");
    assertSignedByThree(longest);
    refused("operating-until-too-late", "propose-renew", "--for", "604801s");
    refused("operating-until-not-rising", "propose-renew", "--for", "1h");
  }

  @Test
  void aRotationNamesTheCommitteesOfCompleteCeremoniesAndThoseThatStay() throws Exception {
    officers.enrol("Norway");
    Outcome resharing = reshare();
    Bytes32 id = proposed("propose-rotate", "--ceremonies", resharing.text("id"), "--keep-others");
    Roster founded = officers.world().onlyCeremony().roster().orElseThrow();
    assertThat(officers.world().proposed(id))
        .isInstanceOfSatisfying(
            Rotate.class,
            rotate -> {
              assertThat(rotate.target()).isEqualTo(MandateName.STANDING);
              assertThat(rotate.anchorBy()).isEqualTo(NOW + 21_600);
              assertThat(rotate.committees())
                  .extracting(CommitteeKey::key)
                  .containsExactly(founded.groupKey());
              assertThat(rotate.committees().getFirst().roster()).isNotEqualTo(founded.hash());
            });
    assertThat(officers.run("Brazil", "show", id.toString()).out()).contains("Norway");
    assertThat(officers.approve("Norway", id).err()).startsWith("refused: ");
    assertSignedByThree(id);
  }

  @Test
  void aRotationThatNamesNobodyOrAnUnknownCeremonyIsRefused() {
    refused("committee-count-out-of-range", "propose-rotate");
    refused("committee-count-out-of-range", "propose-rotate", "--delete", "--keep-others");
    refused("committee-count-out-of-range", "propose-rotate", "--delete");
    refused("not-found", "propose-rotate", "--ceremonies", Bytes32.ZERO.toString());
  }

  @Test
  void aNewcomerPinsTheRegistryWhoseAddressItHasFromElsewhere() throws Exception {
    officers.enrol("Ghana");
    String other = "0x00000000000000000000000000000000000000ab";
    assertThat(officers.run("Ghana", "check-deployment").err())
        .startsWith("refused: deployment-not-ours: ");
    assertThat(officers.run("Ghana", "check-deployment", "--joining", other).err())
        .startsWith("refused: deployment-not-ours: ");
    assertThat(officers.run("Ghana", "decisions").err())
        .startsWith("refused: deployment-not-pinned: ");
    Outcome pinned = officers.json("Ghana", "check-deployment", "--joining", REGISTRY);
    assertThat(pinned.code()).as(pinned.err()).isZero();
    assertThat(pinned.text("registry")).isEqualTo(REGISTRY);
    Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
    assertThat(officers.run("Ghana", "show", id.toString()).out()).contains("France (250)");
    assertThat(officers.approve("Ghana", id).err()).startsWith("refused: not-a-member: ");
  }

  /** From five to four: the Civil Council and Switzerland leave, Norway joins. */
  private Outcome reshare() throws Exception {
    Outcome proposed =
        officers.json(
            "Kenya",
            "reshare-propose",
            "--threshold",
            "3",
            "--members",
            "Kenya,Brazil,India,Norway");
    assertThat(proposed.code()).as(proposed.err()).isZero();
    try (Joining joining = officers.join(proposed, List.of("Kenya", "Brazil", "India", "Norway"))) {
      joining.requireAllDone();
    }
    Outcome pinned = officers.run("Norway", "check-deployment", "--joining", REGISTRY);
    assertThat(pinned.code()).as(pinned.err()).isZero();
    return proposed;
  }

  private Renew renew(Bytes32 id, long until, long anchorBy) {
    return new Renew(
        MandateName.STANDING, 0, until, NOW, anchorBy, officers.world().proposed(id).reasonHash());
  }

  private void assertSignedByThree(Bytes32 id) {
    for (String name : List.of("Brazil", "India")) {
      Outcome approved = officers.approve(name, id);
      assertThat(approved.code()).as(approved.err()).isZero();
    }
    officers.watchOnce(THREE);
    VerifyingKey key = officers.world().onlyCeremony().roster().orElseThrow().groupKey();
    key.verify(id.bytes(), officers.world().signature(id).orElseThrow());
  }

  private Bytes32 proposed(String... arguments) {
    Outcome proposed = officers.json("Kenya", withReasons(arguments));
    assertThat(proposed.code()).as(proposed.err()).isZero();
    return Bytes32.parse(proposed.text("id"));
  }

  private void refused(String rule, String... arguments) {
    Outcome refused = officers.json("Kenya", withReasons(arguments));
    assertThat(refused.err()).startsWith("refused: " + rule + ": ");
    assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
  }

  private String[] withReasons(String... arguments) {
    return Stream.concat(
            Stream.of(arguments), Stream.of("--reasons", officers.file("reasons.md").toString()))
        .toArray(String[]::new);
  }
}
