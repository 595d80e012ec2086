package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.site.RegionNames;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import org.softpause.signer.words.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs the record of a site in this jurisdiction and registers it. */
@Command(name = "sign-site", description = "Sign a site's record and register it.")
final class SignSiteCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "The record, not signed yet.")
  private Path file = Path.of("");

  @Override
  OperationReport run(SignerContext signerContext) {
    SiteRecord record = SiteRecord.parse(UserFiles.read(file, SiteRecord.MAX_BYTES));
    Jws signed = signerContext.identity().sign(record.toJson());
    signerContext.service().post("/v1/sites", "record", signed);
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
