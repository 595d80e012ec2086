package org.softpause.agent.state;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.site.HardwareVerdict;
import org.softpause.protocol.site.SiteRecord;

/**
 * What enrolment pinned: registry, keys and site record. Nothing changes it afterwards.
 *
 * @param deployment the registry's deployment file, checked against the chain
 * @param serviceKey the key that signs tokens
 * @param jurisdictionKey the key that signed the site record
 * @param siteRecord the site record as it was signed
 * @param site the content of the site record
 * @param hardware whether its peak was compared with its hardware
 */
public record AgentEnrolment(
    Deployment deployment,
    PublicIdentity serviceKey,
    PublicIdentity jurisdictionKey,
    Jws siteRecord,
    SiteRecord site,
    HardwareVerdict hardware) {

  /**
   * Verifies the site record and pins it with the rest. A record that names a hardware table of
   * another program is taken as it was signed.
   *
   * @throws org.softpause.protocol.RuleViolation if the jurisdiction did not sign the record, it is
   *     no site record, or its peak is not the sum of its hardware
   */
  public static AgentEnrolment of(
      Deployment deployment,
      PublicIdentity serviceKey,
      PublicIdentity jurisdictionKey,
      Jws siteRecord) {
    SiteRecord site =
        ObjectReader.read(siteRecord.verify(jurisdictionKey).document(), SiteRecord::read);
    HardwareVerdict hardware = site.checkHardware(ShippedTables.all());
    return new AgentEnrolment(deployment, serviceKey, jurisdictionKey, siteRecord, site, hardware);
  }

  /** A warning to the operator if the record's peak could not be compared; else empty. */
  public Optional<String> hardwareWarning() {
    return switch (hardware) {
      case AGREES -> Optional.empty();
      case TABLE_NOT_AT_HAND ->
          Optional.of(
              "the site record's peak is not compared with its hardware: this program has no hardware table "
                  + site.hardware().table());
    };
  }

  /** The site's identifier in the protocol: the SHA-256 of its first record. */
  public Bytes32 siteId() {
    return site.siteId();
  }

  static AgentEnrolment read(ObjectReader in) {
    return of(
        Deployment.parse(CanonicalJson.encode(in.json("deployment"))),
        in.object("serviceKey", PublicIdentity::read),
        in.object("jurisdictionKey", PublicIdentity::read),
        in.value("siteRecord", Jws::parse));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .json("deployment", deployment.toJson())
        .json("serviceKey", serviceKey.toJson())
        .json("jurisdictionKey", jurisdictionKey.toJson())
        .text("siteRecord", siteRecord.compact())
        .toJson();
  }
}
