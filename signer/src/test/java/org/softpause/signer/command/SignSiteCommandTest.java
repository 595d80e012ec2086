package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.hardware.Accelerator;
import org.softpause.protocol.hardware.HardwareCount;
import org.softpause.protocol.hardware.HardwareModel;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.PublishedRates;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.OfflinePolicy;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;

/** An officer of Kenya who signs the record of a site there. */
class SignSiteCommandTest {
  private static final HardwareTable OWN =
      new HardwareTable(
          7,
          List.of(
              new Accelerator(
                  new HardwareModel("new-chip"),
                  "A maker",
                  "New chip",
                  "module",
                  new PublishedRates(2_000_000, 0, 0),
                  OptionalInt.empty(),
                  "data sheet",
                  "https://maker.test/sheet")));
  private static final SiteHardware BY_OWN_TABLE =
      new SiteHardware(List.of(new HardwareCount(new HardwareModel("new-chip"), 50)), OWN.hash());

  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void aRegisteredOfficer() throws IOException {
    officers = new Officers(folder, new SeededRandom(31));
    officers.kenya().run("init", "--name", "Kenya", "--enrolment-code", "code").done();
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aRecordWhosePeakIsTheSumOfItsHardwareIsSignedAndTheOfficerReadsTheCounts()
      throws IOException {
    assertThat(sign(site(100, TestSites.hardware(100))).done().out())
        .contains("101 nvidia-h100-sxm (100 PFLOP/s)", "150 kW at peak");
    assertThat(officers.service().received()).contains("/v1/sites");
  }

  @Test
  void aRecordWhosePeakIsNotTheSumOfItsHardwareIsNeverSigned() throws IOException {
    Outcome refused = sign(site(99, TestSites.hardware(100))).refused("peak-not-by-hardware");
    assertThat(refused.err()).contains("101 nvidia-h100-sxm give 100 by hardware table 1");
    assertThat(officers.service().received()).doesNotContain("/v1/sites");
  }

  @Test
  void aRecordByATableThatTheSignerDoesNotHaveIsNeverSigned() throws IOException {
    sign(site(100, BY_OWN_TABLE)).refused("hardware-table-unknown");
    assertThat(officers.service().received()).doesNotContain("/v1/sites");
  }

  @Test
  void aTableOfTheJurisdictionsOwnCanBeNamed() throws IOException {
    Path table = folder.resolve("own-table.json");
    Files.write(table, CanonicalJson.encode(OWN.toJson()));
    String option = "--hardware-table=" + table;
    sign(site(101, BY_OWN_TABLE), option).refused("peak-not-by-hardware");
    sign(site(100, BY_OWN_TABLE), option).done();
    Files.writeString(table, Files.readString(table) + " ");
    sign(site(100, BY_OWN_TABLE), option).refused("not-canonical");
  }

  private Outcome sign(SiteRecord site, String... options) throws IOException {
    Path file = folder.resolve("site.json");
    Files.write(file, CanonicalJson.encode(site.toJson()));
    return officers
        .kenya()
        .run(
            Stream.concat(Stream.of("sign-site", file.toString()), Stream.of(options))
                .toArray(String[]::new));
  }

  private static SiteRecord site(long peak, SiteHardware hardware) {
    return new SiteRecord(
        "Rift Valley",
        "A company",
        404,
        HardwareClass.TRAINING,
        hardware,
        Pflops.of(peak),
        Bytes32.ZERO,
        Pflops.of(peak),
        Pflops.of(peak),
        TestSites.power(100),
        new OfflinePolicy.Hold(),
        1_800_000_000);
  }
}
