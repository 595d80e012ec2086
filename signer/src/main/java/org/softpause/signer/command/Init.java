package org.softpause.signer.command;

import java.util.Arrays;
import java.util.List;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the identity key and registers it; safe to repeat with the same name after a failure. */
@Command(
    name = "init",
    description = "Make this signer's identity key and register it with an enrolment code.")
final class Init extends Task {
  @Option(names = "--name", required = true, description = "The jurisdiction's name.")
  private String name = "";

  @Option(names = "--enrolment-code", required = true, description = "From the operator, once.")
  private String code = "";

  @Override
  Report run(Workspace workspace) {
    SoftwareIdentity identity = identity(workspace);
    workspace
        .service()
        .post("/v1/jurisdictions", "registration", registration(identity, workspace));
    String kid = identity.publicIdentity().kid();
    return new Report(
        List.of("Registered " + name + " with identity key " + kid + "."),
        new ObjectWriter()
            .text("name", name)
            .text("kid", kid)
            .json("jwk", identity.publicIdentity().toJson())
            .toJson());
  }

  /** A new identity, or that of an earlier run whose registration did not get through. */
  private SoftwareIdentity identity(Workspace workspace) {
    SoftwareIdentity fresh = SoftwareIdentity.generate(workspace.random());
    byte[] secret = fresh.secretBytes();
    try {
      workspace.create(SignerState.fresh(name, SecretBytes.copyOf(secret)));
      return fresh;
    } catch (StoreException refused) {
      if (refused.problem() != StoreProblem.EXISTS
          || !workspace.store().read().name().equals(name)) {
        throw refused;
      }
      return workspace.identity();
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private Jws registration(SoftwareIdentity identity, Workspace workspace) {
    return identity.sign(
        new ObjectWriter()
            .text("type", "softpause-registration-v1")
            .text("name", name)
            .text("code", code)
            .json("jwk", identity.publicIdentity().toJson())
            .number("at", workspace.clock().instant().getEpochSecond())
            .toJson());
  }
}
