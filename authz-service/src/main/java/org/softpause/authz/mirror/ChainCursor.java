package org.softpause.authz.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;

/** The row that says how far the chain has been read and is final. */
@Entity
@Table(name = "chain_cursor")
class ChainCursor {
  @Id
  @Column(name = "singleton")
  private boolean only = true;

  private long nextBlock;
  private long finalBlock = -1;
  private @Nullable Bytes32 finalHash;
  private @Nullable Instant finalTime;
  @Column private Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected ChainCursor() {}

  ChainCursor(long deploymentBlock, Instant now) {
    this.nextBlock = deploymentBlock;
    this.updatedAt = now;
  }

  /** The first block not read yet. */
  long nextBlock() {
    return nextBlock;
  }

  /** The latest finalised block up to which everything is read. */
  Optional<BlockRef> finalised() {
    return finalHash == null || finalTime == null
        ? Optional.empty()
        : Optional.of(new BlockRef(finalBlock, finalHash, finalTime.getEpochSecond()));
  }

  void readUpTo(long block, Instant now) {
    nextBlock = block + 1;
    updatedAt = now;
  }

  void goBackTo(long block, Instant now) {
    nextBlock = Math.min(nextBlock, block);
    updatedAt = now;
  }

  void finaliseAt(BlockRef block, Instant now) {
    if (block.number() >= finalBlock) {
      finalBlock = block.number();
      finalHash = block.hash();
      finalTime = Instant.ofEpochSecond(block.timestamp());
      updatedAt = now;
    }
  }
}
