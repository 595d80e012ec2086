package org.softpause.signer.airgap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.UserFiles;

/** The three steps of a walk across the air gap: export, carry, and import. */
public final class TransferOperations {
  private TransferOperations() {}

  /**
   * On the offline machine: writes the pending and the routine requests into a new file.
   *
   * @param now Unix seconds
   */
  public static OperationReport export(
      PendingRequests pending, SignerState state, long now, Path file) {
    TransferFile outgoing = pending.outgoing(now, new RoutineRequests(state, now).list());
    UserFiles.writeNew(file, outgoing.encode());
    int requests = outgoing.requests().size();
    return new OperationReport(
        List.of(
            "Wrote %s: %d documents to post, %d to fetch."
                .formatted(file, outgoing.posts(), requests - outgoing.posts()),
            "On a connected machine: signer carry %s --out ANSWERS --service URL --rpc URL"
                .formatted(file.getFileName())),
        new ObjectWriter()
            .text("file", file.toString())
            .number("posts", outgoing.posts())
            .number("errands", requests)
            .toJson());
  }

  /**
   * On the connected machine: sends the requests of a file, and writes the answers into a new one.
   *
   * @param now Unix seconds
   */
  public static OperationReport carry(RequestRelay relay, long now, Path file, Path out) {
    TransferFile asked = TransferFile.decode(UserFiles.read(file, TransferFile.MAX_LENGTH));
    TransferFile answered = relay.run(asked, now);
    UserFiles.writeNew(out, answered.encode());
    int answers = answered.answers().size();
    long unanswered = answered.unanswered(asked);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Wrote %s: %d answers; %d requests got none and stay with the signer."
            .formatted(out, answers, unanswered));
    ObjectWriter json =
        new ObjectWriter()
            .text("file", out.toString())
            .number("answers", answers)
            .number("unanswered", unanswered);
    relay
        .cutShort()
        .ifPresent(
            usedUp -> {
              lines.add(
                  "Not everything was fetched: %s: %s. The signer asks for what is missing."
                      .formatted(usedUp.rule().slug(), usedUp.detail()));
              json.text("cutShort", usedUp.rule().slug());
            });
    return new OperationReport(lines, json.toJson());
  }

  /** On the offline machine: takes in the answers that were carried back. */
  public static OperationReport receive(PendingRequests pending, Path file) {
    TransferFile brought = TransferFile.decode(UserFiles.read(file, TransferFile.MAX_LENGTH));
    pending.receive(brought);
    return new OperationReport(
        List.of(
            "Took in %d answers; %d documents are still to be posted."
                .formatted(brought.answers().size(), pending.unsent()),
            "Repeat the command that was waiting, with --air-gap."),
        new ObjectWriter()
            .number("answers", brought.answers().size())
            .number("unsent", pending.unsent())
            .toJson());
  }
}
