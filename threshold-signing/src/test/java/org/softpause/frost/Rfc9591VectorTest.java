package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.frost.Rfc9591Vector.hex;
import static org.softpause.frost.Rfc9591Vector.identifier;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks every value of RFC 9591 appendix E.5, in the order in which the protocol makes them. */
class Rfc9591VectorTest {
  private final Rfc9591Vector vector = Rfc9591Vector.read();
  private final TestGroup group = vector.group();

  @Test
  void theGroupKeyAndEveryParticipantsShareFollowFromTheSecret() {
    assertThat(group.publicKeys().verifyingKey().encode())
        .isEqualTo(vector.input("group_public_key"));
    assertThat(vector.participants()).hasSize(3);
    for (JsonNode participant : vector.participants()) {
      assertThat(group.key(identifier(participant)).signingShare().exposeSecretBytes())
          .isEqualTo(hex(participant, "participant_share"));
    }
  }

  @Test
  void noncesAndCommitmentsFollowFromTheRandomness() {
    for (JsonNode signer : vector.roundOne()) {
      SigningNonces nonces = commit(signer);
      byte[] secret = nonces.exposeSecretBytes();
      assertThat(Arrays.copyOf(secret, 32)).isEqualTo(hex(signer, "hiding_nonce"));
      assertThat(Arrays.copyOfRange(secret, 32, 64)).isEqualTo(hex(signer, "binding_nonce"));
      assertThat(nonces.commitments().hiding().encode())
          .isEqualTo(hex(signer, "hiding_nonce_commitment"));
      assertThat(nonces.commitments().binding().encode())
          .isEqualTo(hex(signer, "binding_nonce_commitment"));
    }
  }

  @Test
  void bindingFactorsFollowFromTheirInput() {
    SigningPackage signingPackage = signingPackage();
    VerifyingKey key = group.publicKeys().verifyingKey();
    BindingFactors factors = BindingFactors.compute(key, signingPackage);
    byte[] prefix = BindingFactors.rhoInputPrefix(key, signingPackage);
    for (JsonNode signer : vector.roundOne()) {
      byte[] input = hex(signer, "binding_factor_input");
      assertThat(prefix).isEqualTo(Arrays.copyOf(input, input.length - Scalar.LENGTH));
      assertThat(Scalar.of(new Identifier(identifier(signer))).encode())
          .isEqualTo(Arrays.copyOfRange(input, prefix.length, input.length));
      assertThat(factors.of(new Identifier(identifier(signer))).encode())
          .isEqualTo(hex(signer, "binding_factor"));
    }
  }

  @Test
  void signatureSharesAddUpToTheSignature() {
    SigningPackage signingPackage = signingPackage();
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    for (int i = 0; i < 2; i++) {
      int member = identifier(vector.roundTwo().get(i));
      SigningNonces nonces = commit(vector.roundOne().get(i));
      SignatureShare share = RoundTwo.sign(group.key(member), nonces, signingPackage);
      assertThat(share.encode()).isEqualTo(hex(vector.roundTwo().get(i), "sig_share"));
      shares.put(new Identifier(member), share);
    }
    Signature signature = Aggregation.aggregate(signingPackage, shares, group.publicKeys());
    assertThat(signature.encode()).isEqualTo(vector.signature());
  }

  @Test
  void thePublishedSignatureVerifies() {
    VerifyingKey.decode(vector.input("group_public_key"))
        .verify(vector.input("message"), Signature.decode(vector.signature()));
  }

  private SigningPackage signingPackage() {
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    for (JsonNode signer : vector.roundOne()) {
      commitments.put(new Identifier(identifier(signer)), commit(signer).commitments());
    }
    return SigningPackage.of(commitments, vector.input("message"));
  }

  private SigningNonces commit(JsonNode signer) {
    FixedRandom random =
        new FixedRandom(
            hex(signer, "hiding_nonce_randomness"), hex(signer, "binding_nonce_randomness"));
    SigningNonces nonces = RoundOne.commit(group.key(identifier(signer)).signingShare(), random);
    assertThat(random.isExhausted()).isTrue();
    return nonces;
  }
}
