package org.softpause.frost.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Scalar;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningShare;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.ProofOfPossession;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.frost.repair.SplitCommitment;

/** Every type that has an encoding, with its decoder and encoder. */
enum Encoding {
  SCALAR,
  ELEMENT,
  SIGNING_SHARE,
  VERIFYING_SHARE,
  VERIFYING_KEY,
  SIGNING_NONCES,
  SIGNING_COMMITMENTS,
  SIGNATURE_SHARE,
  SIGNATURE,
  CEREMONY_ID,
  SEED,
  POLYNOMIAL_COMMITMENT,
  PROOF_OF_POSSESSION,
  ROUND_ONE_PACKAGE,
  SECRET_SHARE,
  SPLIT_COMMITMENT;

  /** Decodes the bytes and encodes them again. */
  byte[] again(byte[] bytes) {
    return switch (this) {
      case SCALAR -> Scalar.decode(bytes).encode();
      case ELEMENT -> Element.decode(bytes).encode();
      case SIGNING_SHARE -> SigningShare.fromSecretBytes(bytes).exposeSecretBytes();
      case VERIFYING_SHARE -> VerifyingShare.decode(bytes).encode();
      case VERIFYING_KEY -> VerifyingKey.decode(bytes).encode();
      case SIGNING_NONCES -> SigningNonces.fromSecretBytes(bytes).exposeSecretBytes();
      case SIGNING_COMMITMENTS -> SigningCommitments.decode(bytes).encode();
      case SIGNATURE_SHARE -> SignatureShare.decode(bytes).encode();
      case SIGNATURE -> Signature.decode(bytes).encode();
      case CEREMONY_ID -> CeremonyId.decode(bytes).encode();
      case SEED -> Seed.fromSecretBytes(bytes).exposeSecretBytes();
      case POLYNOMIAL_COMMITMENT -> PolynomialCommitment.decode(bytes).encode();
      case PROOF_OF_POSSESSION -> ProofOfPossession.decode(bytes).encode();
      case ROUND_ONE_PACKAGE -> RoundOnePackage.decode(bytes).encode();
      case SECRET_SHARE -> SecretShare.fromSecretBytes(bytes).exposeSecretBytes();
      case SPLIT_COMMITMENT -> SplitCommitment.decode(bytes).encode();
    };
  }

  /** Checks that any bytes are either refused or the only encoding of the value they decode to. */
  void requireCanonicalOrRefused(byte[] bytes) {
    byte[] given = bytes.clone();
    try {
      assertThat(again(bytes)).as("%s", this).isEqualTo(given);
    } catch (MalformedEncoding refused) {
      assertThat(refused.culprits()).isEmpty();
    }
    assertThat(Arrays.equals(bytes, given)).as("%s leaves its input alone", this).isTrue();
  }

  /** The bytes recorded in this encoding. */
  byte[] golden() {
    String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".hex";
    try (InputStream in = Objects.requireNonNull(Encoding.class.getResourceAsStream(file), file)) {
      return HexFormat.of()
          .parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
