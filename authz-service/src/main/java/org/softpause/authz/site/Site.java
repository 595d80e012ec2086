package org.softpause.authz.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.softpause.authz.committee.Jurisdiction;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.site.SiteRecord;

/** The row of one version of a site's record, stored as its jurisdiction signed it. */
@Entity
@Table(name = "site")
public class Site {
  private static final int FIRST = 1;

  @EmbeddedId private Key key;
  @Column private Bytes32 jurisdiction;
  @Column private String name;
  @Column private int region;
  @Column private Instant validFrom;
  private String payload;
  private String record;
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Site() {}

  Site(SiteRecord site, Jws signed, Jurisdiction jurisdiction, Instant recordedAt) {
    this.key = new Key(site.siteId(), FIRST);
    this.jurisdiction = jurisdiction.keyId();
    this.name = site.name();
    this.region = site.region();
    this.validFrom = Instant.ofEpochSecond(site.validFrom());
    this.payload = new String(signed.unverified().bytes(), StandardCharsets.UTF_8);
    this.record = signed.compact();
    this.recordedAt = recordedAt;
  }

  @Embeddable
  record Key(Bytes32 siteId, int version) implements Serializable {}

  public Bytes32 siteId() {
    return key.siteId();
  }

  public Jws signed() {
    return Jws.parse(record);
  }

  public SiteRecord content() {
    return SiteRecord.parse(payload.getBytes(StandardCharsets.UTF_8));
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
