package org.softpause.protocol.jose;

/** An {@link Identity} whose key stays outside this process, for instance in a PKCS#11 token. */
public final class ExternalIdentity implements Identity {
  private final PublicIdentity publicIdentity;
  private final Holder holder;

  /** Signs with the key, wherever it is. */
  @FunctionalInterface
  public interface Holder {
    /** Signs the SHA-256 of the input by ECDSA and returns r and s, 64 bytes (RFC 7518 §3.4). */
    byte[] sign(byte[] input);
  }

  public ExternalIdentity(PublicIdentity publicIdentity, Holder holder) {
    this.publicIdentity = publicIdentity;
    this.holder = holder;
  }

  @Override
  public PublicIdentity publicIdentity() {
    return publicIdentity;
  }

  /**
   * Signs a document and verifies the signature, since the key outside may be another one than
   * stated.
   */
  @Override
  public Jws sign(byte[] payload) {
    String input = Jws.signingInput(publicIdentity.kid(), payload);
    Jws signed = Jws.parse(input + "." + Base64Url.encode(holder.sign(Jws.ascii(input))));
    signed.verify(publicIdentity);
    return signed;
  }

  @Override
  public String toString() {
    return "ExternalIdentity[" + publicIdentity + "]";
  }
}
