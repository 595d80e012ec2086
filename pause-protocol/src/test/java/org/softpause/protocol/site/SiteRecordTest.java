package org.softpause.protocol.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.hardware.HardwareCount;
import org.softpause.protocol.hardware.HardwareModel;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.json.CanonicalJson;

class SiteRecordTest {
  private static final SiteRecord SITE = TestSites.training();

  private static SiteRecord site(int region, long peak, long cluster, OfflinePolicy policy) {
    return site(region, peak, cluster, policy, TestSites.hardware(1), TestSites.power(1));
  }

  private static SiteRecord site(
      int region,
      long peak,
      long cluster,
      OfflinePolicy policy,
      SiteHardware hardware,
      SitePower power) {
    return new SiteRecord(
        "alice's hall",
        "alice",
        region,
        HardwareClass.TRAINING,
        hardware,
        Pflops.of(peak),
        Bytes32.ZERO,
        Pflops.of(cluster),
        Pflops.of(0),
        power,
        policy,
        0);
  }

  private static SiteRecord with(long peak, SiteHardware hardware, SitePower power) {
    return site(276, peak, peak, new OfflinePolicy.Hold(), hardware, power);
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

  @Test
  void thePeakIsTheSumByTheTableThatTheRecordNames() {
    List<HardwareTable> shipped = ShippedTables.all();
    SitePower power = TestSites.power(100);
    SiteHardware h100s = TestSites.hardware(100);
    assertThat(with(100, h100s, power).checkHardware(shipped)).isEqualTo(HardwareVerdict.AGREES);
    assertThat(SITE.checkHardware(shipped)).isEqualTo(HardwareVerdict.AGREES);
    assertRefused(Rule.PEAK_NOT_BY_HARDWARE, () -> with(99, h100s, power).checkHardware(shipped));
    assertRefused(Rule.PEAK_NOT_BY_HARDWARE, () -> with(101, h100s, power).checkHardware(shipped));
    SiteHardware unknown =
        new SiteHardware(
            List.of(new HardwareCount(new HardwareModel("another"), 1)),
            ShippedTables.newest().hash());
    assertRefused(Rule.HARDWARE_UNKNOWN, () -> with(100, unknown, power).checkHardware(shipped));
  }

  @Test
  void aTableThatIsNotAtHandIsSaidSoAndNothingIsCompared() {
    SiteHardware h100s = TestSites.hardware(100);
    assertThat(with(1, h100s, TestSites.power(1)).checkHardware(List.of()))
        .isEqualTo(HardwareVerdict.TABLE_NOT_AT_HAND);
  }

  @Test
  void aRecordNamesItsHardwareItsTableAndItsLoad() {
    String json = json(with(100, TestSites.hardware(100), new SitePower(150, OptionalLong.of(3))));
    assertThat(json)
        .contains(
            "\"hardware\":[{\"count\":101,\"model\":\"nvidia-h100-sxm\"}]",
            "\"hardwareTable\":\"" + ShippedTables.newest().hash() + "\"",
            "\"peakKilowatts\":150",
            "\"maxRampKilowattsPerMinute\":3");
    assertThat(parse(json).power().maxRampKilowattsPerMinute()).hasValue(3);
    assertThat(json(parse(json))).isEqualTo(json);
    assertThat(json(SITE)).doesNotContain("maxRampKilowattsPerMinute");
    assertRefused(Rule.WRONG_TYPE, () -> parse(json.replace("\"count\":101", "\"count\":\"101\"")));
    assertRefused(Rule.OUT_OF_RANGE, () -> parse(json.replace("\"count\":101", "\"count\":0")));
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> parse(json.replace("\"count\":101", "\"count\":1,\"x\":1")));
    assertRefused(
        Rule.MALFORMED_VALUE, () -> parse(json.replace("nvidia-h100-sxm", "NVIDIA H100")));
    assertRefused(
        Rule.OUT_OF_RANGE,
        () -> parse(json.replace("\"peakKilowatts\":150", "\"peakKilowatts\":0")));
    assertRefused(
        Rule.OUT_OF_RANGE,
        () ->
            parse(
                json.replace(
                    "\"maxRampKilowattsPerMinute\":3", "\"maxRampKilowattsPerMinute\":0")));
  }

  @Test
  void theLargestRecordFitsItsLimit() {
    List<HardwareCount> counts =
        IntStream.range(10, 30)
            .mapToObj(
                i -> new HardwareCount(new HardwareModel("m".repeat(38) + i), HardwareCount.MOST))
            .toList();
    SiteRecord large =
        new SiteRecord(
            "\u0001".repeat(200),
            "\u0001".repeat(200),
            999,
            HardwareClass.MIXED,
            new SiteHardware(counts, Bytes32.ZERO),
            Pflops.of(100_000_000_000_000L),
            Bytes32.ZERO,
            Pflops.of(100_000_000_000_000L),
            Pflops.of(100_000_000_000_000L),
            new SitePower(SitePower.MOST, OptionalLong.of(SitePower.MOST)),
            new OfflinePolicy.Ceiling(5_000, 86_400),
            Uint.MAX_48);
    assertThat(parse(json(large))).isEqualTo(large);
  }
}
