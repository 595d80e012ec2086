package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;

/** Rule by rule: a pause that bob, the second of five, proposed to the committee. */
class VerifiedProposalTest {
  private static final SecureRandom RANDOM = new SeededRandom(55);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();
  private static final PinnedRegistry REGISTRY = new PinnedRegistry(TestRegistry.deployment());
  private static final Pause PAUSE = Fixtures.pause(0, 500, NOW);
  private static final Bytes32 ID = PAUSE.id(DOMAIN);

  @Test
  void aMembersProposalIsVerifiedWithItsProposer() {
    VerifiedProposal verified = check(ID, signed(2, proposal(DOMAIN, ROSTER, 2)));
    assertThat(verified.id()).isEqualTo(ID);
    assertThat(verified.decision()).isEqualTo(PAUSE);
    assertThat(verified.proposer().name()).isEqualTo("bob");
    assertThat(verified.roster()).isEqualTo(COUNCIL.roster());
  }

  @Test
  void aRosterThatTheLogDoesNotNameProposesNothing() {
    Jws jws = signed(2, proposal(DOMAIN, hash("another"), 2));
    refused(Rule.WRONG_ROSTER, () -> check(ID, jws));
  }

  @Test
  void whoIsNotInTheRosterProposesNothing() {
    Jws jws = signed(2, proposal(DOMAIN, ROSTER, 6));
    refused(Rule.NOT_A_MEMBER, () -> check(ID, jws));
  }

  @Test
  void nobodyProposesInTheNameOfAnother() {
    Jws jws = signed(3, proposal(DOMAIN, ROSTER, 2));
    refused(Rule.JWS_WRONG_KEY, () -> check(ID, jws));
  }

  @Test
  void aProposalForAnotherRegistryIsRefused() {
    Eip712Domain elsewhere = new Eip712Domain(1, DOMAIN.registry());
    Jws jws = signed(2, proposal(elsewhere, ROSTER, 2));
    refused(Rule.WRONG_REGISTRY, () -> check(PAUSE.id(elsewhere), jws));
  }

  @Test
  void aProposalUnderAnIdThatItsFieldsDoNotGiveIsRefused() {
    Jws jws = signed(2, proposal(DOMAIN, ROSTER, 2));
    refused(Rule.DECISION_ID_MISMATCH, () -> check(hash("another"), jws));
  }

  private static VerifiedProposal check(Bytes32 id, Jws jws) {
    CommitteeKey key = new CommitteeKey(COUNCIL.roster().groupKey(), true, ROSTER);
    RegistryState log =
        RegistryState.genesis(
            new Genesis(DOMAIN, NOW - 60, TestRegistry.PARAMETERS, List.of(key), List.of()));
    SignerState own =
        SignerState.fresh(
            "alice",
            new IdentityKey.Software(SecretBytes.copyOf(COUNCIL.identity(1).secretBytes())));
    return VerifiedProposal.check(
        id, jws, REGISTRY, new CurrentCommittees(log, own, List.of(COUNCIL.roster()), List.of()));
  }

  private static Proposal proposal(Eip712Domain domain, Bytes32 roster, int proposer) {
    return new Proposal(domain, roster, new Identifier(proposer), PAUSE);
  }

  private static Jws signed(int member, Proposal proposal) {
    return COUNCIL.identity(member).sign(proposal.toJson());
  }
}
