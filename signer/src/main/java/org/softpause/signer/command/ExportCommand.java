package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.airgap.RoutineRequests;
import org.softpause.signer.airgap.TransferFile;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Packs what an offline signer sends and asks. */
@Command(
    name = "export",
    description = "Write what is to be posted and fetched into a file for the carrier.")
final class ExportCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Override
  OperationReport run(SignerContext signerContext) {
    long now = signerContext.clock().instant().getEpochSecond();
    RoutineRequests standing = new RoutineRequests(signerContext.store().read(), now);
    TransferFile transferFile = signerContext.pendingRequests().outgoing(now, standing.list());
    UserFiles.writeNew(file, transferFile.encode());
    return new OperationReport(
        List.of(
            "Wrote %s: %d documents to post, %d to fetch."
                .formatted(
                    file,
                    transferFile.posts(),
                    transferFile.requests().size() - transferFile.posts()),
            "On a connected machine: signer carry %s --out ANSWERS --service URL --rpc URL"
                .formatted(file.getFileName())),
        new ObjectWriter()
            .text("file", file.toString())
            .number("posts", transferFile.posts())
            .number("errands", transferFile.requests().size())
            .toJson());
  }
}
