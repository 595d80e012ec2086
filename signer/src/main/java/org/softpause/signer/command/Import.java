package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.carry.Mailbag;
import org.softpause.signer.carry.Parcel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in what the carrier brought. */
@Command(name = "import", description = "Take in the file that the carrier brought back.")
final class Import extends Task {
  @Parameters(paramLabel = "FILE", description = "As carry wrote it.")
  private Path file = Path.of("");

  @Override
  Report run(Workspace workspace) {
    workspace.store();
    Parcel parcel = Parcel.decode(Documents.read(file, Parcel.MAX_LENGTH));
    Mailbag mailbag = workspace.mailbag();
    mailbag.receive(parcel);
    return new Report(
        List.of(
            "Took in %d answers; %d documents are still to be posted."
                .formatted(parcel.answers().size(), mailbag.unsent()),
            "Repeat the command that was waiting, with --air-gap."),
        new ObjectWriter()
            .number("answers", parcel.answers().size())
            .number("unsent", mailbag.unsent())
            .toJson());
  }
}
