package org.softpause.signer.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Checks that an action is refused by a certain rule. */
public final class Refusals {
  private Refusals() {}

  public static void refused(Rule rule, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
