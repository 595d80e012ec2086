package org.softpause.authz.anchoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;

/** Certificates as the contract's functions take them, and as its events give them back. */
final class CertificateAbi {
  private CertificateAbi() {}

  /** Call data that anchors a certificate. */
  static String callData(PauseRegistry contract, Certificate certificate) {
    List<PauseRegistry.Signature> signatures =
        certificate.signatures().stream()
            .map(one -> new PauseRegistry.Signature(one.rx(), one.ry(), one.z()))
            .toList();
    return switch (certificate.decision()) {
      case Pause pause -> contract.anchorPause(pause(pause), signatures).encodeFunctionCall();
      case Lift lift -> contract.anchorLift(lift(lift), signatures).encodeFunctionCall();
      case Renew renew -> throw notYet(renew);
      case Rotate rotate -> throw notYet(rotate);
    };
  }

  private static IllegalStateException notYet(Decision decision) {
    return new IllegalStateException("this registry anchors no " + decision.getClass());
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.PauseAnchoredEventResponse event) {
    return entry(domain, pause(event.pause), event.signatures, event.sequence, event.anchoredAt);
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.LiftAnchoredEventResponse event) {
    return entry(domain, lift(event.lift), event.signatures, event.sequence, event.anchoredAt);
  }

  private static LogEntry entry(
      Eip712Domain domain,
      Decision decision,
      List<PauseRegistry.Signature> signatures,
      BigInteger sequence,
      BigInteger anchoredAt) {
    List<Signature> read = new ArrayList<>();
    for (PauseRegistry.Signature one : signatures) {
      read.add(Signature.fromCoordinates(one.rx, one.ry, one.z));
    }
    return new LogEntry(
        sequence.longValueExact(),
        anchoredAt.longValueExact(),
        new Certificate(domain, decision, read));
  }

  private static PauseRegistry.Pause pause(Pause pause) {
    Scope scope = pause.scope();
    return new PauseRegistry.Pause(
        big(pause.mandate().code()),
        big(pause.epoch()),
        big(pause.slot().value()),
        big(pause.ceilingBps()),
        big(pause.effectiveAt()),
        big(pause.expiresAt()),
        big(pause.rampSeconds()),
        big(pause.staggerSeconds()),
        new PauseRegistry.Scope(
            scope.regions().stream().map(BigInteger::valueOf).toList(),
            big(scope.hardwareClasses()),
            new BigInteger(scope.minPeakPflops().toString())),
        pause.drill(),
        big(pause.proposedAt()),
        big(pause.anchorBy()),
        pause.reasonHash().bytes());
  }

  private static Pause pause(PauseRegistry.Pause event) {
    return new Pause(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        new Slot(event.slot.intValueExact()),
        event.ceilingBps.intValueExact(),
        event.effectiveAt.longValueExact(),
        event.expiresAt.longValueExact(),
        event.rampSeconds.longValueExact(),
        event.staggerSeconds.longValueExact(),
        new Scope(
            event.scope.regions.stream().map(BigInteger::intValueExact).toList(),
            event.scope.hardwareClasses.intValueExact(),
            Pflops.parse(event.scope.minPeakPflops.toString())),
        event.drill,
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  private static PauseRegistry.Lift lift(Lift lift) {
    return new PauseRegistry.Lift(
        big(lift.mandate().code()),
        big(lift.epoch()),
        big(lift.slot().value()),
        lift.pauseId().bytes(),
        big(lift.proposedAt()),
        big(lift.anchorBy()),
        lift.reasonHash().bytes());
  }

  private static Lift lift(PauseRegistry.Lift event) {
    return new Lift(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        new Slot(event.slot.intValueExact()),
        Bytes32.of(event.pauseId),
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  private static MandateName mandate(BigInteger code) {
    return Arrays.stream(MandateName.values())
        .filter(mandate -> mandate.code() == code.intValueExact())
        .findFirst()
        .orElseThrow();
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
