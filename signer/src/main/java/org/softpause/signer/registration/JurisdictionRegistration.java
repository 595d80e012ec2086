package org.softpause.signer.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Registration;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.JsonObject;
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
 * repeated, under another name too as long as the service does not list the key.
 */
public record JurisdictionRegistration(SignerContext context) {
  /**
   * Registers the jurisdiction.
   *
   * @param code the enrolment code, which the operator gave out for one use
   * @param token where a token holds the identity key; without one a key is made here
   * @throws org.softpause.protocol.RuleViolation PLAN_INVALID for a name that no member may have;
   *     nothing is created then
   * @throws StoreException EXISTS if the folder holds a signer that has another name for good
   */
  public OperationReport register(
      String name, String code, Optional<Supplier<IdentityKey.Token>> token) {
    Member.requireName(name);
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
      if (refused.problem() != StoreProblem.EXISTS) {
        throw refused;
      }
      rename(context.store().read(), name);
    }
    return context.identity();
  }

  /** Gives the signer that is here this name, as long as nobody can know it by another. */
  private void rename(SignerState here, String name) {
    if (here.name().equals(name)) {
      return;
    }
    if (context.airGapped()) {
      throw taken(
          here, "whose registration may be on its way: begin anew with another folder (--home)");
    }
    if (!here.isUnused() || isListed(context.identity())) {
      throw taken(here, "which is registered: use it under that name, or another folder (--home)");
    }
    context.store().change(state -> state.isUnused() ? state.withName(name) : state);
  }

  private static StoreException taken(SignerState here, String rest) {
    return new StoreException(
        StoreProblem.EXISTS, "this folder holds the signer of " + here.name() + ", " + rest);
  }

  private boolean isListed(Identity identity) {
    JsonObject own = identity.publicIdentity().toJson();
    return context.service().get("/v1/jurisdictions").objects("jurisdictions").stream()
        .anyMatch(listed -> listed.object("jwk").json().equals(own));
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
