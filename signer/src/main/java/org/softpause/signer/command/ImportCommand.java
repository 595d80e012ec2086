package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.airgap.PendingRequests;
import org.softpause.signer.airgap.TransferFile;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in what the carrier brought. */
@Command(name = "import", description = "Take in the file that the carrier brought back.")
final class ImportCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "As carry wrote it.")
  private Path file = Path.of("");

  @Override
  OperationReport run(SignerContext signerContext) {
    signerContext.store();
    TransferFile transferFile = TransferFile.decode(UserFiles.read(file, TransferFile.MAX_LENGTH));
    PendingRequests pendingRequests = signerContext.pendingRequests();
    pendingRequests.receive(transferFile);
    return new OperationReport(
        List.of(
            "Took in %d answers; %d documents are still to be posted."
                .formatted(transferFile.answers().size(), pendingRequests.unsent()),
            "Repeat the command that was waiting, with --air-gap."),
        new ObjectWriter()
            .number("answers", transferFile.answers().size())
            .number("unsent", pendingRequests.unsent())
            .toJson());
  }
}
