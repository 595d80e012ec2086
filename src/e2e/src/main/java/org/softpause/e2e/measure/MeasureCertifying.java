package org.softpause.e2e.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.e2e.demo.DataFolder;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.process.Processes;

/**
 * The program behind {@code src/bench/certify}. It measures the time from the t-th approval to the
 * certificate, with five signers that each run {@code watch} in a process of their own.
 */
public final class MeasureCertifying {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int SLOTS = 10;
  private static final int USAGE = 2;

  private final MeasurementSetup setup;
  private final Path reasons;

  private MeasureCertifying(MeasurementSetup setup, Path reasons) {
    this.setup = setup;
    this.reasons = reasons;
  }

  /** Takes the number of decisions; the first five are reported separately. */
  public static void main(String[] args) throws IOException {
    if (args.length > 1
        || !List.of(args).stream().allMatch(word -> word.matches("[1-9]\\d{1,4}"))) {
      System.err.println("usage: src/bench/certify [DECISIONS], at least 10 (50)");
      System.exit(USAGE);
    }
    int decisions = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    DataFolder data = DataFolder.open(Optional.empty());
    Processes processes = new Processes(data.logs());
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "end"));
    Path reasons = Files.writeString(data.folder("reasons.md"), "A measurement.\n");
    MeasurementSetup setup = MeasurementSetup.open(data, processes, new SecureRandom());
    List<String> ids = new MeasureCertifying(setup, reasons).decide(decisions);
    System.out.println(TimingReport.of(setup.moments(ids)));
    processes.close();
    data.forget();
  }

  /** Decides pauses and lifts in turn, one at a time, with the votes of three signatories. */
  private List<String> decide(int decisions) {
    List<String> ids = new ArrayList<>();
    for (int turn = 0; ids.size() < decisions; turn++) {
      String pause = setup.officer(turn).proposes(pause(turn % SLOTS), reasons);
      approve(turn, pause);
      setup.service().awaitState(pause, LifecycleState.FINAL, SOON);
      ids.add(pause);
      String lift = setup.officer(turn + 1).proposesLift(pause, reasons);
      approve(turn + 1, lift);
      setup.service().awaitState(lift, LifecycleState.CERTIFIED, SOON);
      ids.add(lift);
    }
    return ids;
  }

  private void approve(int proposer, String id) {
    for (int next = 1; next < MeasurementSetup.THRESHOLD; next++) {
      Signatory approver = setup.officer(proposer + next);
      approver.approves(id);
    }
  }

  private static PauseOrder pause(int slot) {
    return new PauseOrder(slot, 500, List.of(276), 1, 3600, 5, 0, false);
  }
}
