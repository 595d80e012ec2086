package org.softpause.e2e.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The root folder of the sources, with the paths of the programs that the build makes. */
public record Checkout(Path root) {

  public Checkout {
    if (!Files.isRegularFile(root.resolve("src/e2e/pom.xml"))) {
      throw new IllegalArgumentException(root + " is not a checkout of Softpause");
    }
  }

  /** Takes the folder that {@code ./demo} names, else the one around the working directory. */
  public static Checkout find() {
    String named = System.getProperty("softpause.checkout");
    if (named != null) {
      return new Checkout(Path.of(named));
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("src/e2e/pom.xml"))) {
        return new Checkout(at);
      }
    }
    throw new IllegalStateException("not inside a checkout of Softpause: " + here);
  }

  Path serviceJar() {
    return built(root.resolve("authz-service/target/authz-service.jar"));
  }

  Path signerJar() {
    return built(root.resolve("signer/target/signer.jar"));
  }

  Path agentJar() {
    return built(root.resolve("site-agent/target/site-agent.jar"));
  }

  Path auditorJar() {
    return built(root.resolve("auditor/target/auditor.jar"));
  }

  Path anvil() {
    return built(root.resolve("contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil"));
  }

  /** A cache folder that may be deleted at any time. */
  Path cache() {
    return root.resolve("src/e2e/target/cache");
  }

  private static Path built(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is missing: build first (mvn package)");
    }
    return file;
  }
}
