package org.softpause.e2e.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.site.HardwareVerdict;
import org.softpause.protocol.site.SiteRecord;

class SitePlanTest {
  @Test
  void aSiteIsRecordedByItsHardwareAndItsPeakIsTheSum() {
    SitePlan plan = new SitePlan("Rhine", "Rhine Compute", 276, 1, "nvidia-gb200", 8_000, 15_000);
    byte[] record = JsonTree.write(plan.record(1_800_000_000, new Random(3))).getBytes(UTF_8);
    SiteRecord read = SiteRecord.parse(record);
    assertThat(read.checkHardware(ShippedTables.all())).isEqualTo(HardwareVerdict.AGREES);
    assertThat(read.hardware().describe()).isEqualTo("8000 nvidia-gb200");
    assertThat(read.peakPflops().bits()).isEqualTo(plan.peakPflops()).isEqualTo(20_000);
    assertThat(read.power().peakKilowatts()).isEqualTo(15_000);
  }
}
