package org.softpause.e2e.harness;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.softpause.e2e.process.ProcessOutput;
import org.softpause.e2e.process.Processes;

/** Runs the auditor's program. */
public record AuditorProgram(Checkout checkout, Processes processes) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Audits a registry; the last line of the output is the verdict. */
  public ProcessOutput verifies(URI rpc, String registry, List<String> more) {
    List<String> words = new ArrayList<>(List.of("verify", "--rpc=" + rpc));
    words.add("--registry=" + registry);
    words.addAll(more);
    return processes.run(
        JavaProgram.of(checkout.auditorJar(), checkout).command("auditor", words), LIMIT);
  }

  /** Returns the line with the verdict. */
  public static String verdict(ProcessOutput output) {
    return output.out().strip().lines().reduce((first, second) -> second).orElse(output.err());
  }
}
