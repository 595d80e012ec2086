package org.softpause.signer.pkcs11;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.jose.ExternalIdentity;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** An identity key that stays in a PKCS#11 token, found there by its label. */
public final class Pkcs11Key {
  private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

  private final Provider provider;
  private final PrivateKey key;

  private Pkcs11Key(Provider provider, PrivateKey key) {
    this.provider = provider;
    this.key = key;
  }

  /**
   * Logs in to the token and returns the identity.
   *
   * @throws StoreException TOKEN if the library, the slot, the PIN or the key is not as named
   */
  public static Identity open(IdentityKey.Token where) {
    try {
      Provider provider = provider(where);
      KeyStore token = keyStore(provider, where);
      PublicIdentity shown = publicIdentity(token.getCertificate(where.alias()));
      return new ExternalIdentity(shown, new Pkcs11Key(provider, privateKey(token, where))::sign);
    } catch (IOException
        | GeneralSecurityException
        | InvalidParameterException
        | ProviderException failure) {
      throw new StoreException(
          StoreProblem.TOKEN, "the token behind " + where.library() + " does not open", failure);
    }
  }

  private static Provider provider(IdentityKey.Token where) {
    Provider bare = Security.getProvider("SunPKCS11");
    if (bare == null) {
      throw refused("this Java has no PKCS#11 provider");
    }
    String slot =
        where.slot().isPresent() ? "slot = " + where.slot().getAsLong() : "slotListIndex = 0";
    return bare.configure(
        "--name = softpause%nlibrary = %s%n%s%n".formatted(where.library(), slot));
  }

  private static KeyStore keyStore(Provider provider, IdentityKey.Token where)
      throws GeneralSecurityException, IOException {
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    byte[] secret = where.pin().exposeSecretBytes();
    char[] pin = new String(secret, StandardCharsets.UTF_8).toCharArray();
    try {
      token.load(null, pin);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(pin, '\0');
    }
    return token;
  }

  private static PublicIdentity publicIdentity(@Nullable Certificate certificate) {
    if (certificate != null && certificate.getPublicKey() instanceof ECPublicKey publicKey) {
      return PublicIdentity.of(publicKey);
    }
    throw refused("the token shows no certificate of a P-256 key under that alias");
  }

  private static PrivateKey privateKey(KeyStore token, IdentityKey.Token where)
      throws GeneralSecurityException {
    Key key = token.getKey(where.alias(), null);
    if (key instanceof PrivateKey found) {
      return found;
    }
    throw refused("the token holds no private key under that alias");
  }

  private byte[] sign(byte[] input) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM, provider);
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new StoreException(StoreProblem.TOKEN, "the token does not sign", failure);
    }
  }

  private static StoreException refused(String detail) {
    return new StoreException(StoreProblem.TOKEN, detail);
  }
}
