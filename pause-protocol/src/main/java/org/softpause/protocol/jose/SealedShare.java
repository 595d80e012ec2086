package org.softpause.protocol.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A secret share of 32 bytes, encrypted to one receiver as compact JWE (RFC 7516) with exactly
 * ECDH-ES, A256GCM and an ephemeral P-256 key in the header, which is canonical JSON. It does not
 * authenticate its sender; the {@link Jws} around it does.
 */
public final class SealedShare {
  public static final int SHARE_LENGTH = 32;

  private static final int MAX_LENGTH = 1024;

  /** In bytes: no wrapped key, as the agreed key is used directly; IV; ciphertext; tag. */
  private static final List<Integer> LENGTHS = List.of(0, 12, SHARE_LENGTH, 16);

  private final String compact;

  private SealedShare(String compact) {
    this.compact = compact;
  }

  /** Seals with a fresh ephemeral key and IV. */
  public static SealedShare seal(byte[] share, EncryptionKey receiver, SecureRandom random) {
    if (share.length != SHARE_LENGTH) {
      throw new IllegalArgumentException("a share has " + SHARE_LENGTH + " bytes");
    }
    BigInteger ephemeral = P256.randomScalar(random);
    PublicJwk epk = PublicJwk.of("", P256.publicKeyOf(ephemeral));
    Base64URL header = new Base64URL(Base64Url.encode(CanonicalJson.encode(header(epk))));
    try {
      JWEHeader parsed = JWEHeader.parse(header);
      JWECryptoParts parts =
          new EphemeralEncrypter(ephemeral, random).encrypt(parsed, receiver, share);
      return parse(
          "%s..%s.%s.%s"
              .formatted(
                  header,
                  parts.getInitializationVector(),
                  parts.getCipherText(),
                  parts.getAuthenticationTag()));
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("the platform has no ECDH-ES with A256GCM", e);
    }
  }

  /**
   * Checks the form of a sealed share. Only its receiver can tell whether it opens.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_SEALED_SHARE}
   */
  public static SealedShare parse(String compact) {
    try {
      requireForm(compact);
    } catch (RuleViolation e) {
      throw new RuleViolation(Rule.MALFORMED_SEALED_SHARE, e.detail(), e);
    }
    return new SealedShare(compact);
  }

  /**
   * Decrypts the 32 bytes, which the caller wipes.
   *
   * @throws RuleViolation {@link Rule#SEALED_SHARE_NOT_FOR_US} if this key does not open it
   */
  public byte[] open(DecryptionKey key) {
    try {
      JWEObject jwe = JWEObject.parse(compact);
      jwe.decrypt(new ECDHDecrypter(key.key()));
      return jwe.getPayload().toBytes();
    } catch (JOSEException | ParseException e) {
      throw new RuleViolation(Rule.SEALED_SHARE_NOT_FOR_US, "the key does not open the share", e);
    }
  }

  public String compact() {
    return compact;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedShare that && compact.equals(that.compact);
  }

  @Override
  public int hashCode() {
    return compact.hashCode();
  }

  /** The compact form, which is encrypted and may be shown. */
  @Override
  public String toString() {
    return compact;
  }

  private static void requireForm(String compact) {
    if (compact.length() > MAX_LENGTH) {
      throw malformed("a sealed share has at most " + MAX_LENGTH + " characters");
    }
    CompactSerialization form =
        CompactSerialization.split(compact, "JWE", LENGTHS.size() + 1, Rule.MALFORMED_SEALED_SHARE);
    ObjectReader.read(CanonicalJson.parse(form.part(0), MAX_LENGTH), SealedShare::readHeader);
    for (int i = 0; i < LENGTHS.size(); i++) {
      if (form.part(i + 1).length != LENGTHS.get(i)) {
        throw malformed("part " + (i + 2) + " of a sealed share has " + LENGTHS.get(i) + " bytes");
      }
    }
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.MALFORMED_SEALED_SHARE, detail);
  }

  private static PublicJwk readHeader(ObjectReader in) {
    in.literal("alg", "ECDH-ES");
    in.literal("enc", "A256GCM");
    return in.object("epk", PublicJwk::readEphemeral);
  }

  private static JsonObject header(PublicJwk epk) {
    return new ObjectWriter()
        .text("alg", "ECDH-ES")
        .text("enc", "A256GCM")
        .json("epk", epk.toEphemeralJson())
        .toJson();
  }
}
