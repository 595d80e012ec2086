package org.softpause.agent.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.LogEntry;

/** Encodes the registry's events by the ABI, word by word. */
final class EncodedEvents {
  private static final long WORD = 32;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EncodedEvents() {}

  static List<Bytes32> topics(LogEntry entry) {
    return List.of(
        Keccak256.hash(signature(entry.certificate().decision()).getBytes(US_ASCII)),
        entry.certificate().id(),
        Bytes32.parse("0x%064x".formatted(entry.sequence())));
  }

  private static String signature(Decision decision) {
    return switch (decision) {
      case Pause pause ->
          "PauseAnchored(bytes32,uint64,uint48,bytes32,(uint8,uint32,uint8,uint16,uint48,uint48,"
              + "uint32,uint32,(uint16[],uint8,uint64),bool,uint48,uint48,bytes32),"
              + "(uint256,uint256,uint256)[])";
      case Lift lift ->
          "LiftAnchored(bytes32,uint64,uint48,bytes32,"
              + "(uint8,uint32,uint8,bytes32,uint48,uint48,bytes32),(uint256,uint256,uint256)[])";
      case Withdraw withdraw ->
          "WithdrawAnchored(bytes32,uint64,uint48,bytes32,"
              + "(uint8,uint32,uint8,uint48,uint48,bytes32),(uint256,uint256,uint256)[])";
      case Renew renew ->
          "RenewAnchored(bytes32,uint64,uint48,bytes32,"
              + "(uint8,uint32,uint48,uint48,uint48,bytes32),(uint256,uint256,uint256)[])";
      default -> throw new IllegalArgumentException("not needed: " + decision);
    };
  }

  /** The data of the event after which the log has that head. */
  static byte[] data(LogEntry entry, Bytes32 head) {
    EncodedEvents event = new EncodedEvents();
    event.number(entry.anchoredAt());
    event.bytes(head);
    List<Signature> signatures = entry.certificate().signatures();
    switch (entry.certificate().decision()) {
      case Pause pause -> {
        event.number(4 * WORD);
        event.number((long) (4 + 13 + 4 + pause.scope().regions().size()) * WORD);
        event.pause(pause);
      }
      case Lift lift -> {
        event.number(lift.mandate().code());
        event.number(lift.epoch());
        event.number(lift.slot().value());
        event.bytes(lift.pauseId());
        event.number(lift.proposedAt());
        event.number(lift.anchorBy());
        event.bytes(lift.reasonHash());
        event.number((3 + 7) * WORD);
      }
      case Withdraw withdraw -> {
        event.number(withdraw.mandate().code());
        event.number(withdraw.epoch());
        event.number(withdraw.slot().value());
        event.number(withdraw.proposedAt());
        event.number(withdraw.anchorBy());
        event.bytes(withdraw.reasonHash());
        event.number((3 + 6) * WORD);
      }
      case Renew renew -> {
        event.number(renew.mandate().code());
        event.number(renew.epoch());
        event.number(renew.operatingUntil());
        event.number(renew.proposedAt());
        event.number(renew.anchorBy());
        event.bytes(renew.reasonHash());
        event.number((3 + 6) * WORD);
      }
      default -> throw new IllegalArgumentException("not needed: " + entry);
    }
    event.signatures(signatures);
    return event.out.toByteArray();
  }

  private void pause(Pause pause) {
    number(pause.mandate().code());
    number(pause.epoch());
    number(pause.slot().value());
    number(pause.ceilingBps());
    number(pause.effectiveAt());
    number(pause.expiresAt());
    number(pause.rampSeconds());
    number(pause.staggerSeconds());
    number(13 * WORD);
    number(pause.drill() ? 1 : 0);
    number(pause.proposedAt());
    number(pause.anchorBy());
    bytes(pause.reasonHash());
    number(3 * WORD);
    number(pause.scope().hardwareClasses());
    number(pause.scope().minPeakPflops().bits());
    number(pause.scope().regions().size());
    pause.scope().regions().forEach(this::number);
  }

  private void signatures(List<Signature> signatures) {
    number(signatures.size());
    for (Signature signature : signatures) {
      word(signature.rx());
      word(signature.ry());
      word(signature.z());
    }
  }

  private void number(long value) {
    word(BigInteger.valueOf(value));
  }

  private void word(BigInteger value) {
    bytes(Bytes32.parse("0x%064x".formatted(value)));
  }

  private void bytes(Bytes32 word) {
    out.writeBytes(word.bytes());
  }
}
