package org.softpause.signer.command;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.committee.Registration;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.command.option.Pkcs11Options;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.pkcs11.Pkcs11Key;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the identity key and registers it; safe to repeat with the same name after a failure. */
@Command(
    name = "init",
    description = "Make this signer's identity key and register it with an enrolment code.")
final class InitCommand extends Subcommand {
  @Option(names = "--name", required = true, description = "The jurisdiction's name.")
  private String name = "";

  @Option(names = "--enrolment-code", required = true, description = "From the operator, once.")
  private String code = "";

  @ArgGroup(exclusive = false)
  private @Nullable Pkcs11Options token;

  @Override
  OperationReport run(SignerContext signerContext) {
    Identity identity = identity(signerContext);
    signerContext
        .service()
        .post("/v1/jurisdictions", "registration", registration(identity, signerContext));
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
  private Identity identity(SignerContext signerContext) {
    try {
      signerContext.create(SignerState.fresh(name, key(signerContext)));
    } catch (StoreException refused) {
      if (refused.problem() != StoreProblem.EXISTS
          || !signerContext.store().read().name().equals(name)) {
        throw refused;
      }
    }
    return signerContext.identity();
  }

  private IdentityKey key(SignerContext signerContext) {
    if (token != null) {
      IdentityKey.Token key = token.key();
      Pkcs11Key.open(key);
      return key;
    }
    byte[] secret = SoftwareIdentity.generate(signerContext.random()).secretBytes();
    IdentityKey key = new IdentityKey.Software(SecretBytes.copyOf(secret));
    Arrays.fill(secret, (byte) 0);
    return key;
  }

  private Jws registration(Identity identity, SignerContext signerContext) {
    long now = signerContext.clock().instant().getEpochSecond();
    return identity.sign(new Registration(name, code, identity.publicIdentity(), now).toJson());
  }
}
