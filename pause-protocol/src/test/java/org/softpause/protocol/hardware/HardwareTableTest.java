package org.softpause.protocol.hardware;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.json.CanonicalJson;

class HardwareTableTest {
  private static final HardwareTable SHIPPED = ShippedTables.newest();
  private static final HardwareModel CHIP = new HardwareModel("chip-1");

  private static Accelerator line(HardwareModel model, PublishedRates rates) {
    return new Accelerator(
        model, "maker", "chip", "card", rates, OptionalInt.empty(), "sheet", "https://maker.test/");
  }

  private static HardwareTable table(long gigaflops16) {
    return new HardwareTable(1, List.of(line(CHIP, new PublishedRates(gigaflops16, 0, 0))));
  }

  private static SiteHardware site(HardwareTable table, HardwareCount... counts) {
    return new SiteHardware(List.of(counts), table.hash());
  }

  private static HardwareCount count(String model, long count) {
    return new HardwareCount(new HardwareModel(model), count);
  }

  private static String json(HardwareTable table) {
    return new String(CanonicalJson.encode(table.toJson()), UTF_8);
  }

  private static HardwareTable parse(String json) {
    return HardwareTable.parse(json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "989500, 1979000, 0, 989500",
    "989500, 1979001, 0, 989501",
    "2500000, 5000000, 15000000, 3750000",
    "671000, 2517000, 2517000, 1258500",
    "0, 3, 0, 2",
    "0, 0, 5, 2",
    "0, 0, 4, 1",
    "7, 0, 0, 7"
  })
  void noChipHidesBehindANumberFormat(long bits16, long bits8, long bits4, long counted) {
    assertThat(new PublishedRates(bits16, bits8, bits4).counted()).isEqualTo(counted);
  }

  @Test
  void aRateIsWithinItsBoundsAndOneIsAboveZero() {
    long most = PublishedRates.MOST;
    assertThat(new PublishedRates(most, most, most).counted()).isEqualTo(most);
    assertRefused(Rule.OUT_OF_RANGE, () -> new PublishedRates(0, 0, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> new PublishedRates(-1, 1, 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> new PublishedRates(1, most + 1, 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> new PublishedRates(1, 1, most + 1));
  }

  @Test
  void theShippedTableIsItsCanonicalBytesAndItsHashIsTheirs() {
    byte[] bytes = Golden.bytes(ShippedTables.class, "hardware-1.json");
    assertThat(CanonicalJson.encode(SHIPPED.toJson())).isEqualTo(bytes);
    assertThat(SHIPPED.hash()).isEqualTo(Sha256.hash(bytes));
    assertThat(ShippedTables.all()).extracting(HardwareTable::version).containsExactly(1);
  }

  @Test
  void everyLineHasASourceOfItsMaker() {
    assertThat(SHIPPED.lines())
        .allSatisfy(
            line -> {
              assertThat(line.sourceTitle()).isNotBlank();
              assertThat(line.sourceUrl())
                  .matches("https://[a-z.-]*(nvidia|amd|google|intel|aws)[a-z.-]*/.+");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "nvidia-h100-sxm, 101, 100",
    "nvidia-h100-sxm, 102, 101",
    "nvidia-h100-sxm, 1, 1",
    "nvidia-gb200, 8000, 20000",
    "nvidia-gb200, 8001, 20003",
    "google-tpu-v5e, 100000000, 19700000"
  })
  void aPeakIsTheExactSumRoundedUpOnce(String model, long count, long pflops) {
    assertThat(SHIPPED.peak(site(SHIPPED, count(model, count)))).isEqualTo(Pflops.of(pflops));
  }

  @Test
  void theLinesAreAddedBeforeTheyAreRounded() {
    SiteHardware mixed =
        site(
            SHIPPED,
            count("google-tpu-v5e", 2),
            count("google-tpu-v5p", 1),
            count("nvidia-l40s", 1));
    assertThat(SHIPPED.peak(mixed)).isEqualTo(Pflops.of(2));
  }

  @Test
  void theLargestSiteStillFitsAndItsPeakIsExact() {
    List<Accelerator> lines =
        IntStream.range(10, 30)
            .mapToObj(
                i ->
                    line(
                        new HardwareModel("chip-" + i),
                        new PublishedRates(PublishedRates.MOST, 0, 0)))
            .toList();
    HardwareTable largest = new HardwareTable(1, lines);
    List<HardwareCount> counts =
        lines.stream().map(line -> new HardwareCount(line.model(), HardwareCount.MOST)).toList();
    assertThat(largest.peak(new SiteHardware(counts, largest.hash())))
        .isEqualTo(Pflops.of(8_000_000_000_000L));
  }

  @Test
  void aModelThatTheTableDoesNotHaveIsRefused() {
    assertRefused(Rule.HARDWARE_UNKNOWN, () -> SHIPPED.peak(site(SHIPPED, count("chip-1", 1))));
  }

  @Test
  void aTableIsNamedByItsHashAlone() {
    HardwareTable other = table(5);
    SiteHardware site = site(other, count("chip-1", 1));
    assertThat(site.tableAmong(List.of(SHIPPED, other))).contains(other);
    assertThat(site.tableAmong(List.of(SHIPPED))).isEmpty();
  }

  @Test
  void modelsAscendSoThatOneContentHasOneSpelling() {
    Bytes32 any = SHIPPED.hash();
    assertRefused(
        Rule.HARDWARE_NOT_ASCENDING,
        () -> new SiteHardware(List.of(count("b", 1), count("a", 1)), any));
    assertRefused(
        Rule.HARDWARE_NOT_ASCENDING,
        () -> new SiteHardware(List.of(count("a", 1), count("a", 1)), any));
    Accelerator line = line(CHIP, new PublishedRates(1, 0, 0));
    assertRefused(Rule.HARDWARE_NOT_ASCENDING, () -> new HardwareTable(1, List.of(line, line)));
    assertRefused(Rule.OUT_OF_RANGE, () -> new SiteHardware(List.of(), any));
    assertRefused(Rule.OUT_OF_RANGE, () -> new HardwareTable(1, List.of()));
    assertRefused(Rule.OUT_OF_RANGE, () -> new HardwareTable(0, List.of(line)));
  }

  @Test
  void atMostTwentyModelsAndAHundredMillionOfEach() {
    List<HardwareCount> counts =
        IntStream.range(10, 31).mapToObj(i -> count("chip-" + i, 1)).toList();
    assertThat(new SiteHardware(counts.subList(0, 20), SHIPPED.hash()).counts()).hasSize(20);
    assertRefused(Rule.OUT_OF_RANGE, () -> new SiteHardware(counts, SHIPPED.hash()));
    assertThat(count("a", 100_000_000).count()).isEqualTo(100_000_000);
    assertRefused(Rule.OUT_OF_RANGE, () -> count("a", 100_000_001));
    assertRefused(Rule.OUT_OF_RANGE, () -> count("a", 0));
  }

  @Test
  void aLineWhoseFigureIsNotByTheRuleIsRefused() {
    String json = json(table(1_000));
    assertThat(parse(json)).isEqualTo(table(1_000));
    assertRefused(
        Rule.HARDWARE_RATE_WRONG,
        () -> parse(json.replace("\"gigaflops\":1000", "\"gigaflops\":999")));
    assertRefused(
        Rule.HARDWARE_RATE_WRONG,
        () -> parse(json.replace("\"gigaflops4\":0", "\"gigaflops4\":4001")));
  }

  @Test
  void aTableThatIsNotCanonicalIsRefused() {
    String json = json(table(1_000));
    assertRefused(Rule.NOT_CANONICAL, () -> parse(json + "\n"));
    assertRefused(Rule.NOT_CANONICAL, () -> parse(json.replace("\":", "\": ")));
  }

  @Test
  void aLineWithoutASourceOrWithPowerOutOfRangeIsRefused() {
    String json = json(table(1_000));
    assertRefused(
        Rule.MISSING_MEMBER, () -> parse(json.replaceFirst(",\"source\":\\{[^}]*\\}", "")));
    assertRefused(
        Rule.MALFORMED_VALUE, () -> parse(json.replace("https://maker.test/", "http://maker")));
    assertRefused(Rule.OUT_OF_RANGE, () -> parse(json.replace("\"sheet\"", "\" \"")));
    assertRefused(
        Rule.OUT_OF_RANGE, () -> parse(json.replace("}],\"type\"", ",\"watts\":0}],\"type\"")));
    assertRefused(
        Rule.OUT_OF_RANGE,
        () -> parse(json.replace("}],\"type\"", ",\"watts\":100001}],\"type\"")));
    assertThat(parse(json.replace("}],\"type\"", ",\"watts\":100000}],\"type\"")).lines())
        .first()
        .extracting(Accelerator::watts)
        .isEqualTo(OptionalInt.of(100_000));
  }

  @ParameterizedTest
  @CsvSource({"H100", "a--b", "-a", "a-", "''", "a_b", "12345678901234567890123456789012345678901"})
  void aModelIsLowerCaseWordsJoinedByHyphens(String name) {
    assertRefused(Rule.MALFORMED_VALUE, () -> new HardwareModel(name));
  }

  @ParameterizedTest
  @CsvSource({"100, 101", "16, 16", "1, 1", "20000, 20212", "0, 0"})
  void anAmountInH100sIsRoundedToTheNearest(long pflops, long h100s) {
    assertThat(H100Equivalents.of(Pflops.of(pflops))).isEqualTo(h100s);
  }

  @ParameterizedTest
  @CsvSource({"101, 0.13", "15686, 20", "1, 0", "0, 0", "8, 0.01"})
  void anAmountOfH100sHasALoadWithItsHosts(long h100s, String megawatts) {
    assertThat(H100Equivalents.megawatts(BigInteger.valueOf(h100s)).toPlainString())
        .isEqualTo(megawatts);
  }

  @Test
  void aLoadFeedsAWholeNumberOfH100sAndALineDrawnThereReachesThem() {
    assertThat(H100Equivalents.fedBy(20)).isEqualTo(15_686);
    assertThat(H100Equivalents.reaching(15_686)).isEqualTo(Pflops.of(15_521));
    assertThat(H100Equivalents.reaching(2)).isEqualTo(Pflops.of(1));
  }

  @Test
  void theYardstickIsTheTablesLine() {
    assertThat(ShippedTables.all())
        .allSatisfy(
            table ->
                assertThat(table.line(H100Equivalents.MODEL).orElseThrow().rates().counted())
                    .isEqualTo(H100Equivalents.GIGAFLOPS));
  }
}
