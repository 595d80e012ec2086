package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.registry.Chain;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.Freshness;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.service.Unreachable;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.Home;
import org.softpause.signer.store.StoreException;

/** The checks of doctor, each of which ends with one finding whatever happens. */
final class CheckUp {
  private static final long CLOCK_GOOD = 30;
  private static final long CLOCK_BAD = 600;
  private static final long DAY = 86_400;
  private static final long BACKUP_OLD_DAYS = 180;

  private final Workspace workspace;

  CheckUp(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
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

  private Optional<SignerState> state(List<Finding> findings) {
    try {
      SignerState state = workspace.store().read();
      findings.add(
          Finding.good(
              "identity", "key " + workspace.identity().publicIdentity().kid() + " is at hand"));
      return Optional.of(state);
    } catch (StoreException failure) {
      findings.add(bad("store", failure));
      return Optional.empty();
    }
  }

  private Finding folder() {
    List<String> loose = Home.open(workspace.folder()).looseFiles();
    return loose.isEmpty()
        ? Finding.good("folder", workspace.folder() + " and all in it are its owner's alone")
        : Finding.bad(
            "folder",
            "%s: chmod 600, and find out who could read it".formatted(String.join(", ", loose)));
  }

  private Finding backup(SignerState state) {
    List<String> missing =
        state.seats().stream()
            .filter(Seat::holdsShare)
            .filter(seat -> state.backup().stream().noneMatch(b -> b.covers(seat.ceremony())))
            .map(seat -> seat.ceremony().toString())
            .toList();
    if (!missing.isEmpty()) {
      return Finding.bad(
          "backup",
          "no backup holds the seed of ceremony %s: run backup"
              .formatted(String.join(", ", missing)));
    }
    if (state.backup().isEmpty()) {
      return Finding.note("backup", "there is none yet, and no committee that needs one");
    }
    long days = (now() - state.backup().get().at()) / DAY;
    return days > BACKUP_OLD_DAYS
        ? Finding.note("backup", "made %d days ago: is it still where it was?".formatted(days))
        : Finding.good("backup", "made %d days ago, complete".formatted(days));
  }

  private Finding registry(SignerState state) {
    if (state.deployment().isEmpty()) {
      return Finding.note("registry", "none is pinned yet: run check-deployment");
    }
    PinnedRegistry pinned = PinnedRegistry.of(state);
    if (!workspace.hasRpc()) {
      return Finding.note("registry", pinned.domain().registry() + " is pinned; no --rpc to ask");
    }
    new DeploymentCheck(pinned.deployment(), RegistryArtifact.load()).requireOnChain(chain(pinned));
    return Finding.good(
        "registry", pinned.domain().registry() + " is on the chain as it was when pinned");
  }

  private Finding clock(SignerState state) {
    if (state.deployment().isEmpty() || !workspace.hasRpc()) {
      return Finding.note("clock", "there is no chain to compare it with");
    }
    long apart = now() - chain(PinnedRegistry.of(state)).now();
    String text =
        "this machine's clock is %d s %s the chain's latest block"
            .formatted(Math.abs(apart), apart < 0 ? "behind" : "ahead of");
    if (Math.abs(apart) <= CLOCK_GOOD) {
      return Finding.good("clock", text);
    }
    return Math.abs(apart) <= CLOCK_BAD
        ? Finding.note("clock", text)
        : Finding.bad("clock", text + ": set the clock, or look whether the node is stuck");
  }

  private Finding log(SignerState state) {
    if (state.deployment().isEmpty()) {
      return Finding.note("log", "there is no registry yet");
    }
    PinnedRegistry pinned = PinnedRegistry.of(state);
    LogReplay log = LogReplay.fetch(workspace.service(), pinned, workspace.store());
    String text = "%d decisions verified".formatted(log.state().sequence());
    if (!workspace.hasRpc()) {
      return Finding.note("log", text + "; no --rpc to compare the head with");
    }
    return log.isHead(chain(pinned))
        ? Finding.good("log", text + ", up to the chain's own finalised head")
        : Finding.note("log", text + "; the service is not where the chain is: try again soon");
  }

  private Finding commitments(SignerState state) {
    Freshness freshness = new Freshness(workspace.service(), workspace.identity().publicIdentity());
    long proven =
        state.seats().stream()
            .flatMap(seat -> Membership.of(seat).stream())
            .peek(membership -> freshness.requireNotBehind(state.ledger(), membership))
            .mapToLong(freshness::provenNumber)
            .max()
            .orElse(0);
    return Finding.good(
        "commitments",
        "the service proves number %d, this folder knows up to %d"
            .formatted(proven, state.ledger().highestNumber()));
  }

  private Chain chain(PinnedRegistry pinned) {
    return new Chain(workspace.http(), workspace.rpcAddress(), pinned.domain().registry());
  }

  private long now() {
    return workspace.clock().instant().getEpochSecond();
  }

  private static Finding guarded(String what, Supplier<Finding> check) {
    try {
      return check.get();
    } catch (RuleViolation refused) {
      return Finding.bad(what, refused.rule().slug() + ": " + refused.detail());
    } catch (ServiceRefusal refused) {
      return Finding.bad(what, refused.slug() + ": " + refused.getMessage());
    } catch (StoreException failure) {
      return bad(what, failure);
    } catch (Unreachable away) {
      return Finding.note(what, "could not be checked: " + away.getMessage());
    }
  }

  private static Finding bad(String what, StoreException failure) {
    return Finding.bad(what, failure.problem().slug() + ": " + failure.getMessage());
  }
}
