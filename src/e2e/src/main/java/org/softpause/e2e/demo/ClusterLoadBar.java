package org.softpause.e2e.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.softpause.e2e.harness.SimulatedSite;
import org.softpause.e2e.harness.SiteStatus;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.terminal.LiveLine;
import org.softpause.e2e.terminal.Terminal;

/** Shows the load of a cluster as a live bar until it reaches a target. */
final class ClusterLoadBar {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Terminal terminal;
  private final SimulatedSite site;

  ClusterLoadBar(Terminal terminal, SimulatedSite site) {
    this.terminal = terminal;
    this.site = site;
  }

  /** Waits until both the ceiling and the measured load are at the target. */
  void until(int targetBps) {
    LiveLine live = terminal.live();
    SiteStatus last =
        Poll.until(
            site.name() + " to run at " + percent(targetBps),
            LIMIT,
            () -> {
              Optional<SiteStatus> status = site.status();
              status.ifPresent(now -> live.show(line(now)));
              return status.filter(now -> isAt(now, targetBps));
            });
    live.keep(line(last));
  }

  private boolean isAt(SiteStatus status, int targetBps) {
    return status.isProven()
        && status.ceilingBps() == targetBps
        && status.measuredBps() == targetBps
        && site.load() == targetBps;
  }

  private String line(SiteStatus status) {
    int load = site.load();
    return terminal.bar(load)
        + " "
        + site.name()
        + ": load "
        + percent(load)
        + ", allowed "
        + percent(status.ceilingBps());
  }

  static String percent(int basisPoints) {
    String text = String.format(Locale.ROOT, "%.2f", basisPoints / 100.0);
    return text.replaceAll("\\.?0+$", "") + " %";
  }
}
