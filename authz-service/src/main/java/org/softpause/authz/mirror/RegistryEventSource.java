package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;

/**
 * The chain as the mirror reads it. Every method throws {@link IOException} when the node does not
 * answer, or answers what no node may.
 */
public interface RegistryEventSource {
  /** The id of the chain that the node is on (EIP-155). */
  long chainId() throws IOException;

  /** The latest block. */
  BlockRef latest() throws IOException;

  /** The latest finalised block; empty on a chain that has not finalised any yet. */
  Optional<BlockRef> finalised() throws IOException;

  /** The block of this number. */
  BlockRef block(long number) throws IOException;

  /**
   * Everything that the registry anchored within these blocks, both included, in order.
   *
   * @throws org.softpause.protocol.RuleViolation if an event states what no decision may be
   */
  List<LoggedEntry> entries(long from, long to) throws IOException;

  /** The gas that a transaction used. */
  long gasUsed(Bytes32 transaction) throws IOException;

  /**
   * The registry's head as its storage has it at a block. Many nodes keep the state of the latest
   * 128 blocks only, so nothing but a recent block may be asked for.
   */
  Bytes32 head(BlockRef block) throws IOException;
}
