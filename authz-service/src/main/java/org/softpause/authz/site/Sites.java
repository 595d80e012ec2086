package org.softpause.authz.site;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.softpause.authz.audit.AuditSubject;
import org.softpause.authz.audit.AuditTrail;
import org.softpause.authz.committee.Jurisdiction;
import org.softpause.authz.committee.Jurisdictions;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.site.HardwareVerdict;
import org.softpause.protocol.site.SiteRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives site records and calculates the ceilings of sites. */
@Component
public class Sites {
  private final EntityManager entities;
  private final SiteRepository rows;
  private final Jurisdictions jurisdictions;
  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final AuditTrail audit;
  private final Clock clock;

  Sites(
      EntityManager entities,
      SiteRepository rows,
      Jurisdictions jurisdictions,
      ServedRegistry registry,
      RegistryMirror mirror,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.jurisdictions = jurisdictions;
    this.registry = registry;
    this.mirror = mirror;
    this.audit = audit;
    this.clock = clock;
  }

  /** The answer to a site record: the site's id, and whether this record is new. */
  public record Recorded(Bytes32 siteId, boolean isNew) {}

  /**
   * Records a site whose record a jurisdiction of its region has signed. Its peak is compared with
   * its hardware where the service has the table that the record names; the audit trail says which.
   */
  @Transactional
  public Recorded record(Jws signed) {
    Jurisdiction jurisdiction = jurisdictions.signerOf(signed);
    SiteRecord site = signed.verify(jurisdiction.key()).read(SiteRecord.TYPE, SiteRecord::read);
    if (!jurisdiction.regions().contains(site.region())) {
      throw Problem.NOT_A_MEMBER.because(
          jurisdiction.name() + " may not sign records of region " + site.region());
    }
    HardwareVerdict hardware = site.checkHardware(ShippedTables.all());
    if (rows.first(site.siteId()).isPresent()) {
      return new Recorded(site.siteId(), false);
    }
    entities.persist(new Site(site, signed, jurisdiction, clock.instant()));
    audit.record(
        AuditSubject.SITE,
        site.siteId().bytes(),
        "RECORDED",
        "by " + jurisdiction.name() + ", " + describe(hardware));
    return new Recorded(site.siteId(), true);
  }

  private static String describe(HardwareVerdict hardware) {
    return switch (hardware) {
      case AGREES -> "its peak is the sum of its hardware";
      case TABLE_NOT_AT_HAND -> "its peak not compared, for want of its hardware table";
    };
  }

  @Transactional(readOnly = true)
  public Site require(Bytes32 siteId) {
    return rows.first(siteId)
        .orElseThrow(() -> Problem.NOT_FOUND.because("there is no site " + siteId));
  }

  @Transactional(readOnly = true)
  public List<Site> all() {
    return rows.all();
  }

  /**
   * The ceiling that the final log gives a site.
   *
   * @param time Unix seconds
   */
  @Transactional(readOnly = true)
  public SiteCeiling ceiling(Bytes32 siteId, long time) {
    var reckoning =
        new CeilingCalculator(registry.require().genesis().parameters(), require(siteId).content());
    return reckoning.at(mirror.finalised().reductions(), time);
  }
}
