package org.softpause.authz.mirror.web;

import java.time.Instant;
import org.softpause.authz.mirror.AnchoredEntry;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.protocol.Bytes32;

/** The place of a decision on the chain. */
record AnchorView(
    Bytes32 transaction,
    BlockView block,
    long sequence,
    Instant anchoredAt,
    Bytes32 head,
    long gasUsed,
    boolean finalised) {
  static AnchorView of(RegistryMirror.Place place) {
    AnchoredEntry anchored = place.anchored();
    return new AnchorView(
        anchored.transaction(),
        BlockView.of(anchored),
        anchored.entry().sequence(),
        Instant.ofEpochSecond(anchored.entry().anchoredAt()),
        anchored.head(),
        anchored.gasUsed(),
        place.isFinal());
  }

  /** A block by number and hash. */
  record BlockView(long number, Bytes32 hash) {
    static BlockView of(AnchoredEntry anchored) {
      return new BlockView(anchored.blockNumber(), anchored.blockHash());
    }
  }
}
