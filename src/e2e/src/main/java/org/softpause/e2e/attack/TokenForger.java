package org.softpause.e2e.attack;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.softpause.e2e.harness.JsonTree;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forges tokens as a dishonest service could: it changes the claims of an honest token and signs
 * them again with the key that agents trust. ES256 comes from the JDK, because our own code would
 * refuse false claims.
 */
public final class TokenForger {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final Path folder;

  private TokenForger(PrivateKey key, Path folder) {
    this.key = key;
    this.folder = folder;
  }

  /** Takes the private key from a JWK file; forged tokens are written into the folder. */
  public static TokenForger with(Path privateJwk, Path folder)
      throws IOException, GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    byte[] scalar = Base64.getUrlDecoder().decode(JsonTree.read(privateJwk).path("d").asString());
    ECPrivateKeySpec spec =
        new ECPrivateKeySpec(
            new BigInteger(1, scalar), curve.getParameterSpec(ECParameterSpec.class));
    return new TokenForger(KeyFactory.getInstance("EC").generatePrivate(spec), folder);
  }

  /** Changes the claims of an honest token, dates it at the given time and signs it. */
  public Path forge(String name, String honest, Instant at, Consumer<ObjectNode> lie)
      throws IOException, GeneralSecurityException {
    String[] parts = honest.strip().split("\\.", -1);
    ObjectNode claims = claims(honest);
    claims.put("iat", at.getEpochSecond());
    claims.put("exp", at.plus(Duration.ofMinutes(4)).getEpochSecond());
    lie.accept(claims);
    String signed =
        parts[0] + "." + encode(JsonTree.write(claims).getBytes(StandardCharsets.UTF_8));
    return Files.writeString(folder.resolve(name + ".jwt"), signed + "." + sign(signed));
  }

  /** Reads the claims of a token without verifying it. */
  public static ObjectNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.strip().split("\\.", -1)[1]);
    return (ObjectNode) JsonTree.parse(new String(payload, StandardCharsets.UTF_8));
  }

  /** Returns the time of the block that a token attests, in Unix seconds. */
  public static long blockTime(String token) {
    return claims(token).path("softpause").path("block").path("timestamp").asLong();
  }

  private String sign(String text) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return encode(signature.sign());
  }

  private static String encode(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
