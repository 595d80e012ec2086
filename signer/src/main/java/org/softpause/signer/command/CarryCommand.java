package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.airgap.RequestRelay;
import org.softpause.signer.airgap.TransferFile;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs on a connected machine, without home, key or passphrase. */
@Command(
    name = "carry",
    description = "On a connected machine: post and fetch what an exported file asks for.")
final class CarryCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "As export wrote it.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out = Path.of("");

  @Override
  OperationReport run(SignerContext signerContext) {
    TransferFile errands = TransferFile.decode(UserFiles.read(file, TransferFile.MAX_LENGTH));
    TransferFile answers =
        new RequestRelay(
                signerContext.transport(),
                signerContext.serviceAddress(),
                signerContext.optionalRpcAddress())
            .run(errands, signerContext.clock().instant().getEpochSecond());
    UserFiles.writeNew(out, answers.encode());
    long unanswered =
        errands.requests().stream().filter(e -> !answers.answers().containsKey(e)).count();
    return new OperationReport(
        List.of(
            "Wrote %s: %d answers; %d errands got none and stay with the signer."
                .formatted(out, answers.answers().size(), unanswered)),
        new ObjectWriter()
            .text("file", out.toString())
            .number("answers", answers.answers().size())
            .number("unanswered", unanswered)
            .toJson());
  }
}
