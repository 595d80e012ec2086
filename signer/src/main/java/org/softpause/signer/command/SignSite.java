package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.site.Regions;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.words.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs the record of a site in this jurisdiction and registers it. */
@Command(name = "sign-site", description = "Sign a site's record and register it.")
final class SignSite extends Task {
  @Parameters(paramLabel = "FILE", description = "The record, not signed yet.")
  private Path file = Path.of("");

  @Override
  Report run(Workspace workspace) {
    SiteRecord record = SiteRecord.parse(Documents.read(file, SiteRecord.MAX_BYTES));
    Jws signed = workspace.identity().sign(record.toJson());
    workspace.service().post("/v1/sites", "record", signed);
    return new Report(
        List.of(
            "Signed and registered “%s” of %s in %s: %s PFLOP/s, cluster %s PFLOP/s."
                .formatted(
                    SafeText.line(record.name()),
                    SafeText.line(record.owner()),
                    Regions.load().name(record.region()),
                    record.peakPflops(),
                    record.clusterPflops()),
            "Site id " + record.siteId()),
        new ObjectWriter()
            .bytes32("siteId", record.siteId())
            .text("record", signed.compact())
            .toJson());
  }
}
