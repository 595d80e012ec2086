package org.softpause.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.json.CanonicalJson;

/** Recorded claims with everything that a token may hold: log, pending entries, and a proof. */
class GoldenTokenTest {
  private static final byte[] CLAIMS = Golden.bytes(GoldenTokenTest.class, "token-claims.json");

  @Test
  void claimsReadAndWrittenAgainKeepTheirBytes() throws JOSEException {
    Token token = read(CLAIMS);
    assertThat(token.attestation().log()).hasSize(2);
    assertThat(token.attestation().pending()).hasSize(2);
    assertThat(token.attestation().anchorProof()).isPresent();
    assertThat(CanonicalJson.encode(token.toJson())).isEqualTo(CLAIMS);
  }

  @Test
  void aClaimOfAnotherNameIsRefusedHoweverDeepItStands() {
    for (Golden.Renamed renamed : Golden.renamed(CLAIMS)) {
      assertThatThrownBy(() -> read(renamed.bytes()))
          .as(renamed.member())
          .isInstanceOf(RuleViolation.class);
    }
  }

  private static Token read(byte[] claims) throws JOSEException {
    return TokenVerifier.evidence(TestToken.signed(claims), TestToken.KEY.publicIdentity());
  }
}
