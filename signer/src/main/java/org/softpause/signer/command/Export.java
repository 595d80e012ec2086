package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.carry.Parcel;
import org.softpause.signer.carry.StandingErrands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Packs what an offline signer sends and asks. */
@Command(
    name = "export",
    description = "Write what is to be posted and fetched into a file for the carrier.")
final class Export extends Task {
  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Override
  Report run(Workspace workspace) {
    long now = workspace.clock().instant().getEpochSecond();
    StandingErrands standing = new StandingErrands(workspace.store().read(), now);
    Parcel parcel = workspace.mailbag().outgoing(now, standing.list());
    Documents.writeNew(file, parcel.encode());
    return new Report(
        List.of(
            "Wrote %s: %d documents to post, %d to fetch."
                .formatted(file, parcel.posts(), parcel.errands().size() - parcel.posts()),
            "On a connected machine: signer carry %s --out ANSWERS --service URL --rpc URL"
                .formatted(file.getFileName())),
        new ObjectWriter()
            .text("file", file.toString())
            .number("posts", parcel.posts())
            .number("errands", parcel.errands().size())
            .toJson());
  }
}
