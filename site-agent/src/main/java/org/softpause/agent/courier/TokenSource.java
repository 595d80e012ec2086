package org.softpause.agent.courier;

/** Where tokens come from: the service, another cache, or a file. */
public interface TokenSource {
  /** Bytes that claim to be the newest token. */
  byte[] fetch() throws Unreachable, InterruptedException;
}
