package org.softpause.protocol.jose;

/** An {@link Identity} whose key never comes into this process, as one in a PKCS#11 token. */
public final class ExternalIdentity implements Identity {
  private final PublicIdentity publicIdentity;
  private final Holder holder;

  /** Whoever has the key. */
  @FunctionalInterface
  public interface Holder {
    /** ECDSA over the SHA-256 of the input: r and s, 64 bytes (RFC 7518 §3.4). */
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

  /** Verified before it is given out: what is held elsewhere may be another key. */
  @Override
  public Jws sign(byte[] payload) {
    String input = Jws.signingInput(publicIdentity.kid(), payload);
    Jws signed = Jws.parse(input + "." + Base64Url.encode(holder.sign(Jws.ascii(input))));
    signed.verify(publicIdentity);
    return signed;
  }

  @Override
  public String toString() {
    return "HeldIdentity[" + publicIdentity + "]";
  }
}
