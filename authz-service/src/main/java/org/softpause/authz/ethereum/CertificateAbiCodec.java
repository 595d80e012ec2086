package org.softpause.authz.ethereum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.frost.Signature;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.web3j.protocol.core.RemoteFunctionCall;

/** Encodes certificates as calls of the contract, and decodes the log entries in its events. */
final class CertificateAbiCodec {
  private CertificateAbiCodec() {}

  /** Call data that anchors a certificate, hex. */
  static String callData(PauseRegistry contract, Certificate certificate) {
    List<PauseRegistry.Signature> signatures =
        certificate.signatures().stream()
            .map(one -> new PauseRegistry.Signature(one.rx(), one.ry(), one.z()))
            .toList();
    RemoteFunctionCall<?> call =
        switch (certificate.decision()) {
          case Pause pause -> contract.anchorPause(DecisionAbiEncoder.pause(pause), signatures);
          case Lift lift -> contract.anchorLift(DecisionAbiEncoder.lift(lift), signatures);
          case Withdraw withdraw ->
              contract.anchorWithdraw(DecisionAbiEncoder.withdraw(withdraw), signatures);
          case Renew renew -> contract.anchorRenew(DecisionAbiEncoder.renew(renew), signatures);
          case Rotate rotate ->
              contract.anchorRotate(DecisionAbiEncoder.rotate(rotate), signatures);
        };
    return call.encodeFunctionCall();
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.PauseAnchoredEventResponse event) {
    Pause pause = DecisionAbiDecoder.pause(event.pause);
    return entry(domain, pause, event.signatures, event.sequence, event.anchoredAt);
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.LiftAnchoredEventResponse event) {
    Lift lift = DecisionAbiDecoder.lift(event.lift);
    return entry(domain, lift, event.signatures, event.sequence, event.anchoredAt);
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.WithdrawAnchoredEventResponse event) {
    Withdraw withdraw = DecisionAbiDecoder.withdraw(event.withdraw);
    return entry(domain, withdraw, event.signatures, event.sequence, event.anchoredAt);
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.RenewAnchoredEventResponse event) {
    Renew renew = DecisionAbiDecoder.renew(event.renew);
    return entry(domain, renew, event.signatures, event.sequence, event.anchoredAt);
  }

  static LogEntry entry(Eip712Domain domain, PauseRegistry.RotateAnchoredEventResponse event) {
    Rotate rotate = DecisionAbiDecoder.rotate(event.rotate);
    return entry(domain, rotate, event.signatures, event.sequence, event.anchoredAt);
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
}
