package org.softpause.signer.registry;

import java.util.Arrays;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.state.SignerState;

/** The registry that check-deployment verified and this signer has kept since. */
public record PinnedRegistry(Deployment deployment) {
  /**
   * The registry in this signer's state.
   *
   * @throws RuleViolation DEPLOYMENT_NOT_PINNED
   */
  public static PinnedRegistry of(SignerState state) {
    JsonObject file =
        state
            .deployment()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.DEPLOYMENT_NOT_PINNED, "run check-deployment before anything else"));
    return new PinnedRegistry(Deployment.parse(CanonicalJson.encode(file)));
  }

  public Eip712Domain domain() {
    return deployment.domain();
  }

  private List<Roster> rosters(MandateName mandate) {
    return deployment.genesis().committees(mandate).stream()
        .map(CommitteeKey::roster)
        .map(this::roster)
        .toList();
  }

  /** The rosters of all committees that the registry was deployed with. */
  public List<Roster> rosters() {
    return Arrays.stream(MandateName.values()).flatMap(name -> rosters(name).stream()).toList();
  }

  private Roster roster(Bytes32 hash) {
    JsonObject payload =
        deployment.rosters().stream()
            .filter(candidate -> CanonicalJson.hash(candidate).equals(hash))
            .findFirst()
            .orElseThrow();
    return ObjectReader.read(payload, Roster::read);
  }
}
