package org.softpause.agent.verify;

import java.net.URI;
import org.softpause.protocol.Bytes32;

/** The answer of one of the operator's own block sources. */
public sealed interface SourceAnswer {
  URI source();

  /**
   * The registry's head in the newest block that the source calls final.
   *
   * @param timestamp the timestamp of that block, Unix seconds
   */
  record Head(URI source, long block, Bytes32 blockHash, long timestamp, Bytes32 head)
      implements SourceAnswer {}

  /** The source gave no answer, or an unreadable one. */
  record Silent(URI source, String detail) implements SourceAnswer {}
}
