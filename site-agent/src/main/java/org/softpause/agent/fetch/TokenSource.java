package org.softpause.agent.fetch;

/** Where tokens come from: the service, another cache, or a file. */
public interface TokenSource {
  /** Bytes that claim to be the newest token. */
  byte[] fetch() throws EndpointUnreachable, InterruptedException;
}
