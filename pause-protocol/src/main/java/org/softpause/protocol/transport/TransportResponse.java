package org.softpause.protocol.transport;

/**
 * A peer's answer to a request.
 *
 * @param status the HTTP status
 * @param body empty if there is none
 */
public record TransportResponse(int status, byte[] body) {}
