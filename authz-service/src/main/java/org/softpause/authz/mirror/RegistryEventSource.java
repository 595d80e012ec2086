package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;

/**
 * The chain as the mirror reads it. Every method throws {@link IOException} when the node does not
 * answer.
 */
public interface RegistryEventSource {
  /** The latest block. */
  BlockRef latest() throws IOException;

  /** The latest finalised block; empty on a chain that has not finalised any yet. */
  Optional<BlockRef> finalised() throws IOException;

  /** The block of this number. */
  BlockRef block(long number) throws IOException;

  /** Everything that the registry anchored within these blocks, both included, in order. */
  List<AnchoredEntry> entries(long from, long to) throws IOException;

  /** The registry's head as its storage has it at a block. */
  Bytes32 head(BlockRef block) throws IOException;
}
