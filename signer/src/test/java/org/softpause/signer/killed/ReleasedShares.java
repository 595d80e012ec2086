package org.softpause.signer.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.softpause.protocol.jose.Jws;

/** Every share that ever left a machine, gathered from outside of it. */
final class ReleasedShares {
  private final List<Alice.Left> all = new ArrayList<>();

  void add(Alice.Left left) {
    all.add(left);
  }

  int count() {
    return all.size();
  }

  /** One commitment, one share: the same bytes may have left more than once. */
  void requireNoNonceServedTwice(String where) {
    Map<Long, Set<Jws>> byNumber = new TreeMap<>();
    all.forEach(
        left -> byNumber.computeIfAbsent(left.number(), n -> new HashSet<>()).add(left.share()));
    byNumber.forEach(
        (number, shares) ->
            assertThat(shares).as("shares made with commitment %d, %s", number, where).hasSize(1));
  }
}
