package org.softpause.authz.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;

/** The committees that may hold a mandate in a random walk: the founders and six others. */
final class CandidateCommittees {
  private static final List<TestCommittee> ALL =
      Stream.concat(
              Stream.of(MandateName.values())
                  .flatMap(mandate -> TestRegistry.committees(mandate).stream()),
              IntStream.range(0, 6)
                  .mapToObj(
                      i ->
                          i % 2 == 0
                              ? TestCommittee.civil("body " + i)
                              : TestCommittee.military("body " + i)))
          .toList();

  private CandidateCommittees() {}

  /** Some of them, ascending by x, about a third reshared: the same key under a new roster. */
  static List<CommitteeKey> some(int count, Random random) {
    List<TestCommittee> pool = new ArrayList<>(ALL);
    List<CommitteeKey> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CommitteeKey key = pool.remove(random.nextInt(pool.size())).key();
      chosen.add(random.nextInt(3) > 0 ? key : reshared(key, random));
    }
    chosen.sort(Comparator.comparing(CommitteeKey::x));
    return chosen;
  }

  private static CommitteeKey reshared(CommitteeKey key, Random random) {
    byte[] roster = new byte[Bytes32.LENGTH];
    random.nextBytes(roster);
    return new CommitteeKey(key.key(), key.civil(), Bytes32.of(roster));
  }

  static TestCommittee withKey(Bytes32 x) {
    return ALL.stream().filter(body -> body.key().x().equals(x)).findFirst().orElseThrow();
  }
}
