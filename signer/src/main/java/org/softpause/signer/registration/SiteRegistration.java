package org.softpause.signer.registration;

import java.util.List;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.site.RegionNames;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.words.SafeText;

/** Signs the record of a site in this jurisdiction and registers it with the service. */
public record SiteRegistration(SignerContext context) {
  /** Registers a site with this record, which is not signed yet. */
  public OperationReport register(SiteRecord record) {
    Jws signed = context.identity().sign(record.toJson());
    context.service().post("/v1/sites", "record", signed);
    return new OperationReport(
        List.of(
            "Signed and registered “%s” of %s in %s: %s PFLOP/s, cluster %s PFLOP/s."
                .formatted(
                    SafeText.line(record.name()),
                    SafeText.line(record.owner()),
                    RegionNames.load().name(record.region()),
                    record.peakPflops(),
                    record.clusterPflops()),
            "Site id " + record.siteId()),
        new ObjectWriter()
            .bytes32("siteId", record.siteId())
            .text("record", signed.compact())
            .toJson());
  }
}
