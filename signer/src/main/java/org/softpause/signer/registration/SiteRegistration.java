package org.softpause.signer.registration;

import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.site.HardwareVerdict;
import org.softpause.protocol.site.RegionNames;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.words.SafeText;

/** Signs the record of a site in this jurisdiction and registers it with the service. */
public record SiteRegistration(SignerContext context) {
  /**
   * Registers a site with this record, which is not signed yet. Nothing is signed whose peak could
   * not be compared with the hardware.
   *
   * @param atHand the hardware tables that the record may name
   * @throws RuleViolation {@link Rule#HARDWARE_TABLE_UNKNOWN}, {@link Rule#HARDWARE_UNKNOWN} or
   *     {@link Rule#PEAK_NOT_BY_HARDWARE}
   */
  public OperationReport register(SiteRecord record, List<HardwareTable> atHand) {
    if (record.checkHardware(atHand) == HardwareVerdict.TABLE_NOT_AT_HAND) {
      throw new RuleViolation(
          Rule.HARDWARE_TABLE_UNKNOWN,
          "this signer has no hardware table "
              + record.hardware().table()
              + ": name its file with --hardware-table");
    }
    Jws signed = context.identity().sign(record.toJson());
    context.service().post("/v1/sites", "record", signed);
    return new OperationReport(
        List.of(
            "Signed and registered “%s” of %s in %s: %s (%s PFLOP/s), cluster %s PFLOP/s, %d kW at peak."
                .formatted(
                    SafeText.line(record.name()),
                    SafeText.line(record.owner()),
                    RegionNames.load().name(record.region()),
                    record.hardware().describe(),
                    record.peakPflops(),
                    record.clusterPflops(),
                    record.power().peakKilowatts()),
            "Site id " + record.siteId()),
        new ObjectWriter()
            .bytes32("siteId", record.siteId())
            .text("record", signed.compact())
            .toJson());
  }
}
