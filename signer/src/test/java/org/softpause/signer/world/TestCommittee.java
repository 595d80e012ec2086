package org.softpause.signer.world;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
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
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.signer.state.Membership;

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

  /** What that member keeps of the committee. */
  public Membership membership(int member) {
    return new Membership(roster.hash(), roster, keys.get(member - 1));
  }
}
