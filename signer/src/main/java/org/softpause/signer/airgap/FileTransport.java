package org.softpause.signer.airgap;

import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.transport.Transport;
import org.softpause.protocol.transport.TransportRequest;
import org.softpause.protocol.transport.TransportResponse;

/**
 * The transport of a machine without network. It answers from what was carried here, accepts what
 * is to be posted, and asks the carrier for everything else; it serves the addresses in {@link
 * Recipient#address}.
 */
public record FileTransport(PendingRequests pendingRequests) implements Transport {
  /**
   * The answer that was carried here, or 202 for a POST that waits for the carrier.
   *
   * @throws UnreachableException if the answer was not carried here yet
   */
  @Override
  public TransportResponse send(TransportRequest request) {
    CarriedRequest carried = CarriedRequest.of(request);
    return pendingRequests
        .answer(carried)
        .orElseGet(
            () -> {
              if (carried.isPost()) {
                return CarriedAnswer.TAKEN;
              }
              throw new UnreachableException(
                  "the answer to %s %s%s was not carried here yet: run export, have it carried, run import, and repeat this command"
                      .formatted(carried.method(), carried.to(), carried.path()));
            })
        .response();
  }
}
