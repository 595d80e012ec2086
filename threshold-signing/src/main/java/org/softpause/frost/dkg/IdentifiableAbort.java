package org.softpause.frost.dkg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;

/** Checks a rule for every member's message and aborts by naming all members who broke it. */
public final class IdentifiableAbort {
  private IdentifiableAbort() {}

  /**
   * Returns if the rule holds for each member and what it sent.
   *
   * @throws InvalidKeyGeneration naming every member for whom it does not
   */
  public static <V> void require(
      String rule, Map<Identifier, V> sent, BiPredicate<Identifier, V> holds) {
    InvalidKeyGeneration blame = naming(rule, sent, holds);
    if (!blame.culprits().isEmpty()) {
      throw blame;
    }
  }

  /** Makes the refusal that names every member for whom the rule does not hold. */
  public static <V> InvalidKeyGeneration naming(
      String rule, Map<Identifier, V> sent, BiPredicate<Identifier, V> holds) {
    List<Identifier> culprits = new ArrayList<>();
    sent.forEach(
        (member, value) -> {
          if (!holds.test(member, value)) {
            culprits.add(member);
          }
        });
    return new InvalidKeyGeneration(rule, culprits);
  }
}
