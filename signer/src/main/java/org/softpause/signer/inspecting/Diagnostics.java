package org.softpause.signer.inspecting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.StoreDirectory;
import org.softpause.signer.store.StoreException;

/**
 * Checks everything about a signer that can go wrong unnoticed. Each check ends with one finding,
 * whatever happens.
 */
public final class Diagnostics {
  private static final long CLOCK_GOOD = 30;
  private static final long CLOCK_BAD = 600;
  private static final long DAY = 86_400;
  private static final long BACKUP_OLD_DAYS = 180;

  private final SignerContext context;

  public Diagnostics(SignerContext context) {
    this.context = context;
  }

  /** Runs all checks; the report refuses if one of them finds something bad. */
  public OperationReport run() {
    List<DiagnosticFinding> findings = findings();
    boolean ill = findings.stream().anyMatch(DiagnosticFinding::isBad);
    ObjectWriter out =
        new ObjectWriter()
            .flag("healthy", !ill)
            .array("findings", findings, DiagnosticFinding::toJson);
    OperationReport report =
        new OperationReport(findings.stream().map(DiagnosticFinding::line).toList(), out.toJson());
    return ill ? report.with(OperationReport.Outcome.REFUSED) : report;
  }

  private List<DiagnosticFinding> findings() {
    List<DiagnosticFinding> findings = new ArrayList<>();
    findings.add(guarded("folder", this::folder));
    Optional<SignerState> state = state(findings);
    if (state.isPresent()) {
      findings.add(backup(state.get()));
      findings.add(guarded("registry", () -> registry(state.get())));
      findings.add(guarded("clock", () -> clock(state.get())));
      findings.add(guarded("log", () -> log(state.get())));
      findings.add(guarded("commitments", () -> commitments(state.get())));
    }
    return findings;
  }

  private Optional<SignerState> state(List<DiagnosticFinding> findings) {
    try {
      SignerState state = context.store().read();
      findings.add(
          DiagnosticFinding.good(
              "identity", "key " + context.identity().publicIdentity().kid() + " is available"));
      return Optional.of(state);
    } catch (StoreException failure) {
      findings.add(bad("store", failure));
      return Optional.empty();
    }
  }

  private DiagnosticFinding folder() {
    List<String> loose = StoreDirectory.open(context.folder()).looseFiles();
    return loose.isEmpty()
        ? DiagnosticFinding.good(
            "folder", context.folder() + " and all files in it belong to their owner alone")
        : DiagnosticFinding.bad(
            "folder",
            "others can read %s: run chmod 600 on it, and find out who has read it"
                .formatted(String.join(", ", loose)));
  }

  private DiagnosticFinding backup(SignerState state) {
    List<String> missing =
        state.seats().stream()
            .filter(CeremonySeat::holdsShare)
            .filter(seat -> state.backup().stream().noneMatch(b -> b.covers(seat.ceremony())))
            .map(seat -> seat.ceremony().toString())
            .toList();
    if (!missing.isEmpty()) {
      return DiagnosticFinding.bad(
          "backup",
          "no backup holds the seed of ceremony %s: run backup"
              .formatted(String.join(", ", missing)));
    }
    if (state.backup().isEmpty()) {
      return DiagnosticFinding.note("backup", "there is none yet, and no committee that needs one");
    }
    long days = (context.now() - state.backup().get().at()) / DAY;
    return days > BACKUP_OLD_DAYS
        ? DiagnosticFinding.note(
            "backup", "it was made %d days ago: check that it is still there".formatted(days))
        : DiagnosticFinding.good(
            "backup", "it was made %d days ago and is complete".formatted(days));
  }

  private DiagnosticFinding registry(SignerState state) {
    if (state.deployment().isEmpty()) {
      return DiagnosticFinding.note("registry", "none is pinned yet: run check-deployment");
    }
    PinnedRegistry pinned = PinnedRegistry.of(state);
    if (!context.hasNode()) {
      return DiagnosticFinding.note(
          "registry",
          pinned.domain().registry() + " is pinned; without --rpc it cannot be checked");
    }
    new DeploymentCheck(pinned.deployment(), RegistryArtifact.load()).requireOnChain(node(pinned));
    return DiagnosticFinding.good(
        "registry", pinned.domain().registry() + " is on the chain as it was when pinned");
  }

  private DiagnosticFinding clock(SignerState state) {
    if (state.deployment().isEmpty() || !context.hasNode()) {
      return DiagnosticFinding.note("clock", "there is no chain to compare it with");
    }
    long apart = context.now() - node(PinnedRegistry.of(state)).now();
    String text =
        "this machine's clock is %d s %s the chain's latest block"
            .formatted(Math.abs(apart), apart < 0 ? "behind" : "ahead of");
    if (Math.abs(apart) <= CLOCK_GOOD) {
      return DiagnosticFinding.good("clock", text);
    }
    return Math.abs(apart) <= CLOCK_BAD
        ? DiagnosticFinding.note("clock", text)
        : DiagnosticFinding.bad(
            "clock", text + ": set the clock, or check whether the node has stopped");
  }

  private DiagnosticFinding log(SignerState state) {
    if (state.deployment().isEmpty()) {
      return DiagnosticFinding.note("log", "there is no registry yet");
    }
    PinnedRegistry pinned = PinnedRegistry.of(state);
    LogReplay log = LogReplay.fetch(context.service(), pinned, context.store());
    String text = "%d decisions verified".formatted(log.state().sequence());
    if (!context.hasNode()) {
      return DiagnosticFinding.note("log", text + "; without --rpc the head cannot be compared");
    }
    return log.isHead(node(pinned))
        ? DiagnosticFinding.good("log", text + ", up to the chain's own finalised head")
        : DiagnosticFinding.note(
            "log", text + "; the service is not yet where the chain is: try again soon");
  }

  private DiagnosticFinding commitments(SignerState state) {
    StoreFreshness freshness =
        new StoreFreshness(context.service(), context.identity().publicIdentity());
    long proven =
        state.seats().stream()
            .flatMap(seat -> Membership.of(seat).stream())
            .peek(
                membership ->
                    freshness.requireNotBehind(() -> context.store().read().ledger(), membership))
            .mapToLong(freshness::provenNumber)
            .max()
            .orElse(0);
    return DiagnosticFinding.good(
        "commitments",
        "the service proves number %d, this folder knows up to %d"
            .formatted(proven, state.ledger().highestNumber()));
  }

  private OwnNode node(PinnedRegistry pinned) {
    return context.node(pinned.domain().registry());
  }

  private static DiagnosticFinding guarded(String what, Supplier<DiagnosticFinding> check) {
    try {
      return check.get();
    } catch (RuleViolation refused) {
      return DiagnosticFinding.bad(what, refused.rule().slug() + ": " + refused.detail());
    } catch (ServiceRefusal refused) {
      return DiagnosticFinding.bad(what, refused.slug() + ": " + refused.getMessage());
    } catch (StoreException failure) {
      return bad(what, failure);
    } catch (UnreachableException away) {
      return DiagnosticFinding.note(what, "could not be checked: " + away.getMessage());
    }
  }

  private static DiagnosticFinding bad(String what, StoreException failure) {
    return DiagnosticFinding.bad(what, failure.problem().slug() + ": " + failure.getMessage());
  }
}
