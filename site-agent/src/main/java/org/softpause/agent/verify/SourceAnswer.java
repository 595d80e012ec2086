package org.softpause.agent.verify;

import java.net.URI;
import org.softpause.protocol.Bytes32;

/** What one of the operator's own block sources said. */
public sealed interface SourceAnswer {
  URI source();

  /**
   * The registry's head in the newest block that the source calls final.
   *
   * @param timestamp of that block, Unix seconds
   */
  record Head(URI source, long block, Bytes32 blockHash, long timestamp, Bytes32 head)
      implements SourceAnswer {}

  /** No answer, or none that can be read. */
  record Silent(URI source, String detail) implements SourceAnswer {}
}
