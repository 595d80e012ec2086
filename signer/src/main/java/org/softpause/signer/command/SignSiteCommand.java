package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registration.SiteRegistration;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer sign-site}: signs a site's record and registers it. */
@Command(name = "sign-site", description = "Sign a site's record and register it.")
final class SignSiteCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "The site's record, not signed yet.")
  private Path file = Path.of("");

  @Option(
      names = "--hardware-table",
      paramLabel = "FILE",
      description =
          "The hardware table that the record names, where it is not one of the signer's.")
  private @Nullable Path hardwareTable;

  @Override
  OperationReport run(SignerContext context) {
    SiteRecord record = SiteRecord.parse(UserFiles.read(file, SiteRecord.MAX_BYTES));
    return new SiteRegistration(context).register(record, tables());
  }

  private List<HardwareTable> tables() {
    List<HardwareTable> tables = new ArrayList<>(ShippedTables.all());
    if (hardwareTable != null) {
      tables.add(HardwareTable.parse(UserFiles.read(hardwareTable, HardwareTable.MAX_BYTES)));
    }
    return tables;
  }
}
