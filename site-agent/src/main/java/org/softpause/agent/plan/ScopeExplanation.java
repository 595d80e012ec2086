package org.softpause.agent.plan;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.softpause.agent.state.ShortHash;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.SiteRecord;

/** Explains in words which sites a pause reaches. */
final class ScopeExplanation {
  private ScopeExplanation() {}

  /** Names a pause and its scope, as in "0x12ab…cd34 (STANDING slot 0: training in 250, 276)". */
  static String describe(AnchoredPause anchored) {
    Pause pause = anchored.pause();
    return "%s (%s slot %s: %s in %s)"
        .formatted(
            ShortHash.of(anchored.id()),
            pause.mandate(),
            pause.slot(),
            classes(pause.scope()),
            regions(pause.scope()));
  }

  /** Names the first condition of the scope that this site does not meet. */
  static String whyNot(SiteRecord site, Scope scope) {
    if (!scope.regions().isEmpty() && !scope.regions().contains(site.region())) {
      return "region " + site.region() + " is not among " + regions(scope);
    }
    if (site.clusterPflops().isLessThan(scope.minPeakPflops())) {
      return "its cluster of %s PFLOP/s is below the %s of the pause"
          .formatted(site.clusterPflops(), scope.minPeakPflops());
    }
    return "its hardware class is " + name(site.hardwareClass()) + ", not " + classes(scope);
  }

  private static String regions(Scope scope) {
    return scope.regions().isEmpty()
        ? "all regions"
        : scope.regions().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String classes(Scope scope) {
    return Stream.of(HardwareClass.values())
        .filter(hardware -> (scope.hardwareClasses() & hardware.bit()) != 0)
        .map(ScopeExplanation::name)
        .collect(Collectors.joining(", "));
  }

  private static String name(HardwareClass hardware) {
    return hardware.name().toLowerCase(Locale.ROOT);
  }
}
