package org.softpause.protocol.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.json.CanonicalJson;

class SiteRecordTest {
  private static final SiteRecord SITE = TestSites.training();

  private static SiteRecord site(int region, long peak, long cluster, OfflinePolicy policy) {
    return new SiteRecord(
        "alice's hall",
        "alice",
        region,
        HardwareClass.TRAINING,
        Pflops.of(peak),
        Bytes32.ZERO,
        Pflops.of(cluster),
        Pflops.of(0),
        policy,
        0);
  }

  private static SiteRecord site(int region, long peak, long cluster) {
    return site(region, peak, cluster, new OfflinePolicy.Hold());
  }

  private static String json(SiteRecord site) {
    return new String(CanonicalJson.encode(site.toJson()), UTF_8);
  }

  private static SiteRecord parse(String json) {
    return SiteRecord.parse(json.getBytes(UTF_8));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(parse(json(SITE))).isEqualTo(SITE);
    SiteRecord lowering = site(276, 1, 1, new OfflinePolicy.Ceiling(5_000, 60));
    assertThat(parse(json(lowering))).isEqualTo(lowering);
  }

  @Test
  void theSiteIdIsTheHashOfTheSignedPayload() {
    assertThat(SITE.siteId()).isEqualTo(Sha256.hash(json(SITE).getBytes(UTF_8)));
  }

  @Test
  void regionsAreIsoNumbers() {
    assertThat(site(1, 1, 1).region()).isEqualTo(1);
    assertThat(site(999, 1, 1).region()).isEqualTo(999);
    assertRefused(Rule.OUT_OF_RANGE, () -> site(0, 1, 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> site(1_000, 1, 1));
  }

  @Test
  void aClusterIsAtLeastAsLargeAsItsSiteAndFitsTheReckoning() {
    long largest = 100_000_000_000_000L;
    assertThat(site(1, largest, largest).peakPflops()).isEqualTo(Pflops.of(largest));
    assertRefused(Rule.OUT_OF_RANGE, () -> site(1, 1, largest + 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> site(1, 2, 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> site(1, 0, 1));
  }

  @Test
  void anOfflinePolicyHoldsOrLowers() {
    assertThat(new OfflinePolicy.Ceiling(100, 1).ceilingBps()).isEqualTo(100);
    assertThat(new OfflinePolicy.Ceiling(9_999, 86_400).rampSeconds()).isEqualTo(86_400);
    assertRefused(Rule.CEILING_OUT_OF_RANGE, () -> new OfflinePolicy.Ceiling(99, 1));
    assertRefused(Rule.CEILING_OUT_OF_RANGE, () -> new OfflinePolicy.Ceiling(10_000, 1));
    assertRefused(Rule.RAMP_OUT_OF_RANGE, () -> new OfflinePolicy.Ceiling(100, 0));
    assertRefused(Rule.RAMP_OUT_OF_RANGE, () -> new OfflinePolicy.Ceiling(100, 86_401));
  }

  @Test
  void whatIsNotKnownIsRefused() {
    String json = json(SITE);
    assertRefused(
        Rule.OUT_OF_RANGE, () -> parse(json.replace("\"hardwareClass\":1", "\"hardwareClass\":3")));
    assertRefused(Rule.OUT_OF_RANGE, () -> parse(json.replace("\"version\":1", "\"version\":2")));
    assertRefused(Rule.MALFORMED_VALUE, () -> parse(json.replace("\"hold\"", "\"off\"")));
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> parse(json.replace("\"hold\"", "\"hold\",\"ceilingBps\":1")));
    assertRefused(Rule.MALFORMED_VALUE, () -> parse(json.replace(SiteRecord.TYPE, "x")));
  }
}
