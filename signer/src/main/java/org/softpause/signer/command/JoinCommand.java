package org.softpause.signer.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.ceremony.CeremonyParticipation;
import org.softpause.signer.ceremony.CeremonyPoller;
import org.softpause.signer.ceremony.CeremonyProgress;
import org.softpause.signer.ceremony.CeremonyReport;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.command.console.TypedConfirmation;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Accepts a plan whose fingerprint was compared and which was read, and takes every step until the
 * committee stands.
 */
@Command(
    name = "join",
    description = {
      "Read the plan of a key ceremony whose fingerprint you compared, join, see it through.",
      "Repeated, it goes on without asking again."
    })
final class JoinCommand extends Subcommand {
  @Parameters(paramLabel = "CEREMONY_ID", description = "As ceremony-propose printed it.")
  private String ceremony = "";

  @Option(
      names = "--fingerprint",
      required = true,
      description = "As the proposer read it to you, not as the service shows it.")
  private String fingerprint = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the ceremony's id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Option(
      names = "--poll",
      defaultValue = "300ms",
      converter = DurationConverter.class,
      description = "How often to look (default: ${DEFAULT-VALUE}).")
  private Duration poll = Duration.ZERO;

  @Option(
      names = "--for",
      defaultValue = "1h",
      converter = DurationConverter.class,
      description = "How long to wait for the others (default: ${DEFAULT-VALUE}).")
  private Duration patience = Duration.ZERO;

  @Override
  OperationReport run(SignerContext signerContext) {
    Bytes32 id = Bytes32.parse(ceremony);
    BulletinBoard board = new BulletinBoard(signerContext.service());
    CeremonyParticipation participation =
        new CeremonyParticipation(
            signerContext.store(), signerContext.identity(), signerContext.random(), board);
    CeremonyPlan plan = board.read(id).plan();
    CeremonyParticipation.requireFingerprint(plan, fingerprint);
    if (signerContext.store().read().seat(id).isEmpty()) {
      List<String> page = PlanProposal.page(signerContext, plan);
      new TypedConfirmation("take part", id, page).require(signerContext, confirmation);
    }
    participation.takeSeat(plan, fingerprint);
    CeremonyProgress end = seeThrough(signerContext, participation, id);
    return CeremonyReport.of(plan, end, signerContext.store().read());
  }

  private CeremonyProgress seeThrough(
      SignerContext signerContext, CeremonyParticipation participation, Bytes32 id) {
    Duration span = signerContext.airGapped() ? Duration.ZERO : patience;
    Instant end = signerContext.clock().instant().plus(span);
    String missing = "";
    CeremonyPoller ceremonyPoller = new CeremonyPoller(participation, id);
    do {
      CeremonyProgress progress = ceremonyPoller.look();
      switch (progress) {
        case CeremonyProgress.Done done -> {
          return done;
        }
        case CeremonyProgress.Dealt dealt -> {
          return dealt;
        }
        case CeremonyProgress.Waiting waiting -> {
          missing = waiting.phase() + ", waiting for " + waiting.missing();
          PollDelay.pause(poll);
        }
        case CeremonyProgress.Sent sent -> missing = "after " + sent.type();
      }
    } while (signerContext.clock().instant().isBefore(end));
    throw new UnreachableException("the ceremony is not complete yet: " + missing + "; join again");
  }
}
