package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;

/** Shortens hashes for people who compare them: the first and last four hex digits. */
public final class ShortHash {
  private ShortHash() {}

  public static String of(Bytes32 hash) {
    String hex = hash.toString();
    return hex.substring(0, 6) + "…" + hex.substring(hex.length() - 4);
  }
}
