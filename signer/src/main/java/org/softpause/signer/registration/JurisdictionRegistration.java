package org.softpause.signer.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.committee.Registration;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.pkcs11.Pkcs11Key;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/**
 * Creates a signer with its identity key and registers its jurisdiction. After a failure it can be
 * repeated with the same name.
 */
public record JurisdictionRegistration(SignerContext context) {
  /**
   * Registers the jurisdiction.
   *
   * @param code the enrolment code, which the operator gave out for one use
   * @param token where a token holds the identity key; without one a key is made here
   */
  public OperationReport register(
      String name, String code, Optional<Supplier<IdentityKey.Token>> token) {
    Identity identity = identity(name, token);
    Jws registration =
        identity.sign(
            new Registration(name, code, identity.publicIdentity(), context.now()).toJson());
    context.service().post("/v1/jurisdictions", "registration", registration);
    String kid = identity.publicIdentity().kid();
    return new OperationReport(
        List.of("Registered " + name + " with identity key " + kid + "."),
        new ObjectWriter()
            .text("name", name)
            .text("kid", kid)
            .json("jwk", identity.publicIdentity().toJson())
            .toJson());
  }

  /** A new identity, or that of an earlier run whose registration did not get through. */
  private Identity identity(String name, Optional<Supplier<IdentityKey.Token>> token) {
    try {
      context.create(SignerState.fresh(name, key(token)));
    } catch (StoreException refused) {
      if (refused.problem() != StoreProblem.EXISTS || !context.store().read().name().equals(name)) {
        throw refused;
      }
    }
    return context.identity();
  }

  private IdentityKey key(Optional<Supplier<IdentityKey.Token>> token) {
    if (token.isPresent()) {
      IdentityKey.Token key = token.get().get();
      Pkcs11Key.open(key);
      return key;
    }
    byte[] secret = SoftwareIdentity.generate(context.random()).secretBytes();
    IdentityKey key = new IdentityKey.Software(SecretBytes.copyOf(secret));
    Arrays.fill(secret, (byte) 0);
    return key;
  }
}
