package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import picocli.CommandLine.Option;

/** Puts a decision on the table, with its reasons, and approves it. */
abstract class Proposing extends Task {
  @Option(names = "--reasons", required = true, description = "A Markdown file, published.")
  private Path reasons = Path.of("");

  /**
   * The decision that the options mean.
   *
   * @param now the chain's latest block, Unix seconds
   */
  abstract Decision decision(Chamber chamber, long now, Bytes32 reasonHash);

  @Override
  final Report run(Workspace workspace) {
    Chamber chamber = Chamber.open(workspace);
    Tabling tabling = new Tabling(workspace, chamber, reasons);
    return tabling.table(decision(chamber, chamber.chain().now(), tabling.reasonHash()));
  }
}
