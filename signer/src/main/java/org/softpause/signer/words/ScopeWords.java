package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.RegionNames;

/** Says which clusters a pause reaches and which it does not, each in full. */
record ScopeWords(Scope scope, RegistryParameters parameters, RegionNames regions) {
  private static final int TRAINING = 1;
  private static final int INFERENCE = 2;

  /** Names the hardware classes. Every mask reaches a mixed site, so mixed is always named. */
  String classes() {
    List<String> reached = new ArrayList<>();
    if (reaches(TRAINING)) {
      reached.add("training");
    }
    if (reaches(INFERENCE)) {
      reached.add("inference");
    }
    reached.add("mixed");
    return Amounts.list(reached) + " clusters";
  }

  String where() {
    return everywhere() ? "Everywhere: in every region of the world." : names() + ".";
  }

  String size() {
    return "Only clusters with a peak of at least "
        + Amounts.pflops(scope.minPeakPflops())
        + "; everything that one owner runs at one place is counted together.";
  }

  /** Lists what stays as it is: what no decision can reach, and then what this one leaves alone. */
  List<String> untouched() {
    List<String> items = new ArrayList<>();
    String exempt = Amounts.pflops(parameters.exemptBelowPflops());
    items.add("every cluster below " + exempt + ": no decision can ever reach it");
    items.add("consumer hardware: no decision can name it");
    if (!scope.minPeakPflops().equals(parameters.exemptBelowPflops())) {
      items.add("clusters below " + Amounts.pflops(scope.minPeakPflops()));
    }
    if (!everywhere()) {
      items.add("every region but " + names());
    }
    if (!reaches(TRAINING)) {
      items.add("clusters registered for training only");
    }
    if (!reaches(INFERENCE)) {
      items.add("clusters registered for inference only");
    }
    return items;
  }

  private boolean everywhere() {
    return scope.regions().isEmpty();
  }

  private boolean reaches(int hardwareClass) {
    return (scope.hardwareClasses() & hardwareClass) != 0;
  }

  private String names() {
    return Amounts.list(scope.regions().stream().map(regions::name).toList());
  }
}
