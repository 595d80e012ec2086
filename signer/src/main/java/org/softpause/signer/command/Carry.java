package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.carry.Carrier;
import org.softpause.signer.carry.Parcel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs on a connected machine, without home, key or passphrase. */
@Command(
    name = "carry",
    description = "On a connected machine: post and fetch what an exported file asks for.")
final class Carry extends Task {
  @Parameters(paramLabel = "FILE", description = "As export wrote it.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out = Path.of("");

  @Override
  Report run(Workspace workspace) {
    Parcel errands = Parcel.decode(Documents.read(file, Parcel.MAX_LENGTH));
    Parcel answers =
        new Carrier(workspace.http(), workspace.serviceAddress(), workspace.optionalRpcAddress())
            .run(errands, workspace.clock().instant().getEpochSecond());
    Documents.writeNew(out, answers.encode());
    long unanswered =
        errands.errands().stream().filter(e -> !answers.answers().containsKey(e)).count();
    return new Report(
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
