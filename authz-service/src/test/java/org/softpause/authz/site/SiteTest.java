package org.softpause.authz.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.OfflinePolicy;
import org.softpause.protocol.site.SiteRecord;

class SiteTest {
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.shared();
  private final HttpCaller open = world.service().open();

  @Test
  void aSiteIsRecordedOnceByItsRegionsJurisdiction() {
    SiteRecord site = site("Rhine", 276, 20_000);
    assertThat(post(site).status()).isEqualTo(201);
    assertThat(post(site).status()).isEqualTo(200);
    var seen = open.get("/v1/sites/" + site.siteId()).json();
    assertThat(seen.at("/content/name").asString()).isEqualTo("Rhine");
  }

  @Test
  void nobodySpeaksForARegionThatIsNotItsOwn() {
    var answer = post(site("Potomac", 840, 4_000));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-a-member");
  }

  @Test
  void aCeilingFollowsTheFinalLog() {
    SiteRecord reached = site("Main", 276, 20_000);
    SiteRecord exempt = site("University", 276, 8);
    post(reached);
    post(exempt);
    var pause = world.pause(6).build();
    Bytes32 id = world.signatories().certify(pause);
    world.await(id, "FINAL");
    var later = Instant.ofEpochSecond(pause.effectiveAt() + 60);
    var ceiling = open.get("/v1/sites/" + reached.siteId() + "/ceiling?at=" + later).json();
    assertThat(ceiling.at("/ceilingBps").asInt()).isEqualTo(500);
    assertThat(ceiling.at("/allowedPflops").asString()).isEqualTo("1000");
    var spared = open.get("/v1/sites/" + exempt.siteId() + "/ceiling?at=" + later).json();
    assertThat(spared.at("/ceilingBps").asInt()).isEqualTo(10_000);
  }

  @Test
  void aPeakThatIsNotTheSumOfItsHardwareIsRefusedAndNotRecorded() {
    SiteRecord hidden = site("Elbe", 276, 99, TestSites.hardware(100));
    var answer = post(hidden);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("peak-not-by-hardware");
    assertThat(open.get("/v1/sites/" + hidden.siteId()).status()).isEqualTo(404);
  }

  @Test
  void aRecordByAnotherHardwareTableIsRecordedAsItWasSigned() {
    SiteHardware other = new SiteHardware(TestSites.hardware(100).counts(), Bytes32.ZERO);
    SiteRecord site = site("Oder", 276, 99, other);
    assertThat(post(site).status()).isEqualTo(201);
    assertThat(
            open.get("/v1/sites/" + site.siteId()).json().at("/content/hardwareTable").asString())
        .isEqualTo(Bytes32.ZERO.toString());
  }

  @Test
  void aMomentThatIsNoneIsAProblem() {
    SiteRecord site = site("Weser", 276, 500);
    post(site);
    var answer = open.get("/v1/sites/" + site.siteId() + "/ceiling?at=yesterday");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(open.get("/v1/sites/0xzz/ceiling").status()).isEqualTo(400);
  }

  private HttpCaller.Answer post(SiteRecord site) {
    String jws = world.signatories().member(1).identity().sign(site.toJson()).compact();
    return open.post("/v1/sites", "{\"record\":\"" + jws + "\"}");
  }

  private static SiteRecord site(String name, int region, long peak) {
    return site(name, region, peak, TestSites.hardware(peak));
  }

  private static SiteRecord site(String name, int region, long peak, SiteHardware hardware) {
    return new SiteRecord(
        name,
        "alice",
        region,
        HardwareClass.of(1),
        hardware,
        Pflops.of(peak),
        Bytes32.ZERO,
        Pflops.of(peak),
        Pflops.of(peak),
        TestSites.power(peak),
        new OfflinePolicy.Hold(),
        1_790_000_000);
  }
}
