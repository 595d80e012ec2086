package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.TestRegistry;

class RegistryCodeTest {
  private static final int LENGTH = 40;
  private static final int LEAD_AT = 4;
  private static final RegistryParameters PARAMETERS = TestRegistry.LICENSED;
  private static final RegistryCode PUBLISHED =
      new RegistryCode(
          LENGTH,
          Keccak256.hash(code(0)),
          List.of(new RegistryCode.Immutable("leadSeconds", LEAD_AT, 32)));

  private static byte[] code(long leadSeconds) {
    byte[] code = new byte[LENGTH];
    code[0] = 1;
    ByteBuffer.wrap(code).putLong(LEAD_AT + 24, leadSeconds);
    return code;
  }

  @Test
  void thePublishedCodeWithTheStatedParametersIsTaken() {
    byte[] code = code(PARAMETERS.leadSeconds());
    assertThatCode(() -> PUBLISHED.check(code, PARAMETERS)).doesNotThrowAnyException();
  }

  @Test
  void anImmutableThatDiffersFromTheStatedParameterIsNamed() {
    byte[] code = code(PARAMETERS.leadSeconds() + 1);
    refused(() -> PUBLISHED.check(code, PARAMETERS), "leadSeconds");
  }

  @Test
  void immutablesDoNotCountWhereNothingIsStatedYet() {
    assertThatCode(() -> PUBLISHED.requirePublished(code(7))).doesNotThrowAnyException();
  }

  @Test
  void anyOtherByteIsRefused() {
    byte[] code = code(PARAMETERS.leadSeconds());
    code[1] ^= 1;
    refused(() -> PUBLISHED.requirePublished(code), "hash");
  }

  @Test
  void codeOfAnotherLengthIsRefused() {
    refused(() -> PUBLISHED.requirePublished(new byte[LENGTH + 1]), "41 bytes");
  }

  @Test
  void anAddressWithoutCodeIsRefused() {
    refused(() -> PUBLISHED.requirePublished(new byte[0]), "no contract");
  }

  private static void refused(ThrowingCallable check, String words) {
    assertThatThrownBy(check)
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> {
              assertThat(refusal.rule()).isEqualTo(Rule.DEPLOYMENT_CODE_MISMATCH);
              assertThat(refusal.detail()).contains(words);
            });
  }
}
