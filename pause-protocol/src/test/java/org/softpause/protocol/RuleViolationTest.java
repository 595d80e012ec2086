package org.softpause.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SigningPackage;

class RuleViolationTest {
  @Test
  void whatThresholdSigningRefusesIsNamedByARule() {
    assertThat(of(() -> SigningPackage.of(Map.of(), new byte[0])).rule())
        .isEqualTo(Rule.SIGNING_PACKAGE_MALFORMED);
    assertThat(of(() -> Signature.decode(new byte[1])).rule()).isEqualTo(Rule.MALFORMED_VALUE);
    assertThat(
            of(() -> {
                  throw new FrostException.UnfoundedBlame("no");
                })
                .rule())
        .isEqualTo(Rule.BLAME_UNFOUNDED);
  }

  @Test
  void aCulpritIsNamedOnlyWhereThereIsOne() {
    assertThat(keys(List.of(new Identifier(3))).detail()).isEqualTo("bad share from [3]");
    assertThat(keys(List.of()).detail()).isEqualTo("bad share");
  }

  private static RuleViolation keys(List<Identifier> culprits) {
    RuleViolation refused =
        RuleViolation.of(new FrostException.InvalidKeyGeneration("bad share", culprits));
    assertThat(refused.rule()).isEqualTo(Rule.KEY_GENERATION_INVALID);
    return refused;
  }

  private static RuleViolation of(ThrowingCallable work) {
    return RuleViolation.of(catchThrowableOfType(FrostException.class, work));
  }
}
