package org.softpause.signer.world;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Disk;

/** A committee of n members whose keys were made without a dealer, in memory. */
public final class TestCommittee {
  private static final List<String> NAMES = List.of("alice", "bob", "carol", "dave", "erin");

  private final List<SoftwareIdentity> identities = new ArrayList<>();
  private final List<KeyPackage> keys = new ArrayList<>();
  private final Roster roster;

  public TestCommittee(int minSigners, SecureRandom random) {
    byte[] id = new byte[Bytes32.LENGTH];
    random.nextBytes(id);
    CeremonyParameters ceremony =
        new CeremonyParameters(CeremonyId.decode(id), minSigners, NAMES.size());
    List<Participant> participants = new ArrayList<>();
    Map<Identifier, RoundOnePackage> roundOne = new TreeMap<>();
    for (Identifier member : ceremony.members()) {
      identities.add(SoftwareIdentity.generate(random));
      Participant participant = Participant.of(ceremony, member, Seed.generate(random));
      participants.add(participant);
      roundOne.put(member, participant.roundOne());
    }
    RoundOneSet everyone = RoundOneSet.verify(ceremony, roundOne);
    ceremony.members().forEach(member -> keys.add(finish(participants, everyone, member)));
    roster = roster(Bytes32.of(id), minSigners);
  }

  private static KeyPackage finish(
      List<Participant> participants, RoundOneSet everyone, Identifier member) {
    Map<Identifier, SecretShare> received = new TreeMap<>();
    for (int i = 0; i < participants.size(); i++) {
      SecretShare share = participants.get(i).roundTwo(everyone).get(member);
      if (share != null) {
        received.put(new Identifier(i + 1), share);
      }
    }
    return participants.get(member.value() - 1).finish(everyone, received);
  }

  private Roster roster(Bytes32 ceremony, int minSigners) {
    List<RosterMember> members = new ArrayList<>();
    for (KeyPackage key : keys) {
      int index = key.identifier().value() - 1;
      Member member =
          new Member(key.identifier(), NAMES.get(index), identities.get(index).publicIdentity());
      members.add(new RosterMember(member, key.verifyingShare()));
    }
    return new Roster(
        ceremony, ceremony, "Council", true, minSigners, keys.getFirst().verifyingKey(), members);
  }

  public Roster roster() {
    return roster;
  }

  /** The member by its number from 1. */
  public SoftwareIdentity identity(int member) {
    return identities.get(member - 1);
  }

  /** The member at a new store in that folder. */
  public TestMember member(int member, Path folder, Disk disk, SecureRandom random) {
    return member(member, Fixtures.store(folder, disk, identity(member), random), random);
  }

  /** The member at a store that is there already. */
  public TestMember member(int member, SignerStore store, SecureRandom random) {
    return new TestMember(this, member, store, random);
  }

  /** The ballot of that member, signed with the member's key. */
  public Jws ballot(int member, Bytes32 decision, long epoch, Ballot.Choice choice) {
    return identity(member)
        .sign(
            new Ballot(decision, roster.hash(), epoch, new Identifier(member), Fixtures.NOW, choice)
                .toJson());
  }

  /** An approval by that member with a fresh commitment, outside of any store. */
  public Ballot.Approve approval(int member, long number, SecureRandom random) {
    return new Ballot.Approve(
        new NonceCommitment(
            number,
            RoundOne.commit(membership(member).key().signingShare(), random).commitments()));
  }

  /** The service's package over ballots and shares that each commit their sender. */
  public SigningPackageDocument offer(Bytes32 decision, List<Jws> sources) {
    Bytes32 hash = PackageHash.of(roster.hash(), roster.groupKey(), decision, points(sources));
    return new SigningPackageDocument(decision, roster.hash(), hash, sources);
  }

  /** The commitments in the sources of a package, by their members. */
  public SortedMap<Identifier, SigningCommitments> points(List<Jws> sources) {
    SortedMap<Identifier, SigningCommitments> points = new TreeMap<>();
    for (Jws source : sources) {
      Identifier member = roster.memberWithKey(source.kid()).orElseThrow().identifier();
      points.put(member, commitment(source).commitments());
    }
    return points;
  }

  /** What a ballot or a share commits its sender to. */
  public static NonceCommitment commitment(Jws source) {
    if (source.unverified().type().equals(ShareDocument.TYPE)) {
      return ObjectReader.read(source.unverified().document(), ShareDocument::read).next();
    }
    Ballot ballot = ObjectReader.read(source.unverified().document(), Ballot::read);
    return ((Ballot.Approve) ballot.choice()).commitment();
  }

  /** The seat of that member after the ceremony. */
  public CeremonySeat seat(int member, SeatStatus status) {
    return Fixtures.seat(roster, keys.get(member - 1), Optional.empty(), roster.hash(), status);
  }

  /** What that member keeps of the committee. */
  public Membership membership(int member) {
    return new Membership(roster.hash(), roster, keys.get(member - 1));
  }
}
