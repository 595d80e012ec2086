package org.softpause.agent.fetch;

/** A source of tokens: the service, a cache of it, or a file. */
public interface TokenSource {
  /** Fetches bytes that claim to be the newest token. */
  byte[] fetch() throws EndpointUnreachable, InterruptedException;
}
