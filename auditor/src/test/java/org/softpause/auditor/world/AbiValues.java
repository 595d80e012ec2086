package org.softpause.auditor.world;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.frost.Signature;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Type;

/** Converts protocol values into the types of web3j's ABI encoders. */
public final class AbiValues {
  private AbiValues() {}

  public static PauseRegistry.Parameters parameters(RegistryParameters p) {
    return new PauseRegistry.Parameters(
        new BigInteger(p.exemptBelowPflops().toString()),
        big(p.leadSeconds()),
        big(p.minRampSeconds()),
        big(p.licenceSeconds()),
        big(p.lapseCeilingBps()),
        big(p.lapseRampSeconds()),
        big(p.lapseStaggerSeconds()));
  }

  public static DynamicArray<PauseRegistry.Committee> committees(List<CommitteeKey> keys) {
    return new DynamicArray<>(
        PauseRegistry.Committee.class, keys.stream().map(AbiValues::committee).toList());
  }

  private static PauseRegistry.Committee committee(CommitteeKey key) {
    return new PauseRegistry.Committee(
        key.key().x(), key.key().y(), key.civil(), key.roster().bytes());
  }

  public static DynamicArray<PauseRegistry.Signature> signatures(List<Signature> signatures) {
    return new DynamicArray<>(
        PauseRegistry.Signature.class,
        signatures.stream()
            .map(one -> new PauseRegistry.Signature(one.rx(), one.ry(), one.z()))
            .toList());
  }

  @SuppressWarnings("rawtypes") // web3j's own
  public static Type decision(Decision decision) {
    return switch (decision) {
      case Pause pause -> pause(pause);
      case Lift lift ->
          new PauseRegistry.Lift(
              big(lift.mandate().code()),
              big(lift.epoch()),
              big(lift.slot().value()),
              lift.pauseId().bytes(),
              big(lift.proposedAt()),
              big(lift.anchorBy()),
              lift.reasonHash().bytes());
      case Withdraw withdraw ->
          new PauseRegistry.Withdraw(
              big(withdraw.mandate().code()),
              big(withdraw.epoch()),
              big(withdraw.slot().value()),
              big(withdraw.proposedAt()),
              big(withdraw.anchorBy()),
              withdraw.reasonHash().bytes());
      case Renew renew ->
          new PauseRegistry.Renew(
              big(renew.mandate().code()),
              big(renew.epoch()),
              big(renew.operatingUntil()),
              big(renew.proposedAt()),
              big(renew.anchorBy()),
              renew.reasonHash().bytes());
      case Rotate rotate ->
          new PauseRegistry.Rotate(
              big(rotate.mandate().code()),
              big(rotate.epoch()),
              big(rotate.target().code()),
              big(rotate.targetEpoch()),
              rotate.committees().stream().map(AbiValues::committee).toList(),
              big(rotate.proposedAt()),
              big(rotate.anchorBy()),
              rotate.reasonHash().bytes());
    };
  }

  private static PauseRegistry.Pause pause(Pause pause) {
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
            pause.scope().regions().stream().map(BigInteger::valueOf).toList(),
            big(pause.scope().hardwareClasses()),
            new BigInteger(pause.scope().minPeakPflops().toString())),
        pause.drill(),
        big(pause.proposedAt()),
        big(pause.anchorBy()),
        pause.reasonHash().bytes());
  }

  public static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
