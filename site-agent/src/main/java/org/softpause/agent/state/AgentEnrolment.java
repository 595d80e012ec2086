package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.site.SiteRecord;

/**
 * What enrolment pinned and nothing changes afterwards.
 *
 * @param deployment the registry, checked against the chain
 * @param serviceKey signs the tokens
 * @param jurisdictionKey signed the site record
 * @param siteRecord as it was signed
 * @param site what the site record says
 */
public record AgentEnrolment(
    Deployment deployment,
    PublicIdentity serviceKey,
    PublicIdentity jurisdictionKey,
    Jws siteRecord,
    SiteRecord site) {

  /**
   * Verifies the site record.
   *
   * @throws org.softpause.protocol.RuleViolation if the jurisdiction did not sign it, or it is no
   *     site record
   */
  public static AgentEnrolment of(
      Deployment deployment,
      PublicIdentity serviceKey,
      PublicIdentity jurisdictionKey,
      Jws siteRecord) {
    SiteRecord site =
        ObjectReader.read(siteRecord.verify(jurisdictionKey).document(), SiteRecord::read);
    return new AgentEnrolment(deployment, serviceKey, jurisdictionKey, siteRecord, site);
  }

  /** The site's name in every decision: SHA-256 of its first record. */
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
