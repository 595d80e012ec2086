package org.softpause.signer.registry;

import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;

/**
 * The deployment file as the service hands it out: with the member {@code live} beside it, which is
 * not part of the file.
 */
public final class ServedDeployment {
  /** The path at which the service serves it. */
  public static final String PATH = "/v1/registry";

  private static final String LIVE = "live";

  private ServedDeployment() {}

  /**
   * The file inside the service's answer.
   *
   * @throws org.softpause.protocol.RuleViolation if it is no deployment file
   */
  public static Deployment parse(JsonObject answer) {
    ObjectWriter file = new ObjectWriter();
    answer.members().entrySet().stream()
        .filter(member -> !member.getKey().equals(LIVE))
        .forEach(member -> file.json(member.getKey(), member.getValue()));
    return Deployment.parse(CanonicalJson.encode(file.toJson()));
  }
}
