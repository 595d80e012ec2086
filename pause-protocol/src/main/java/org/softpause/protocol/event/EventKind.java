package org.softpause.protocol.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/** The kinds of registry events, identified by their signatures in IPauseRegistry.sol. */
enum EventKind {
  GENESIS(
      "Genesis(bytes32,uint256,uint48,uint48,(uint64,uint32,uint32,uint32,uint16,uint32,uint32),"
          + Types.COMMITTEES
          + ","
          + Types.COMMITTEES
          + ")",
      2),
  PAUSE(
      "PauseAnchored(bytes32,uint64,uint48,bytes32,(uint8,uint32,uint8,uint16,uint48,uint48,uint32,"
          + "uint32,(uint16[],uint8,uint64),bool,uint48,uint48,bytes32),"
          + Types.SIGNATURES
          + ")",
      3),
  LIFT(
      "LiftAnchored(bytes32,uint64,uint48,bytes32,"
          + "(uint8,uint32,uint8,bytes32,uint48,uint48,bytes32),"
          + Types.SIGNATURES
          + ")",
      3),
  WITHDRAW(
      "WithdrawAnchored(bytes32,uint64,uint48,bytes32,"
          + "(uint8,uint32,uint8,uint48,uint48,bytes32),"
          + Types.SIGNATURES
          + ")",
      3),
  RENEW(
      "RenewAnchored(bytes32,uint64,uint48,bytes32,"
          + "(uint8,uint32,uint48,uint48,uint48,bytes32),"
          + Types.SIGNATURES
          + ")",
      3),
  ROTATE(
      "RotateAnchored(bytes32,uint64,uint48,bytes32,(uint8,uint32,uint8,uint32,"
          + Types.COMMITTEES
          + ",uint48,uint48,bytes32),"
          + Types.SIGNATURES
          + ")",
      3);

  private static final Map<Bytes32, EventKind> BY_TOPIC =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::topic, kind -> kind));

  private final String signature;
  private final int topics;

  EventKind(String signature, int topics) {
    this.signature = signature;
    this.topics = topics;
  }

  /** Returns the kind with this first topic and this number of topics. */
  static Optional<EventKind> of(List<Bytes32> topics) {
    return topics.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(BY_TOPIC.get(topics.getFirst()))
            .filter(kind -> kind.topics == topics.size());
  }

  /** The first topic of such an event: the hash of its signature. */
  Bytes32 topic() {
    return Keccak256.hash(signature.getBytes(US_ASCII));
  }

  private static final class Types {
    static final String COMMITTEES = "(uint256,uint256,bool,bytes32)[]";
    static final String SIGNATURES = "(uint256,uint256,uint256)[]";
  }
}
