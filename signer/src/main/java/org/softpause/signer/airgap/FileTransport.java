package org.softpause.signer.airgap;

import java.net.http.HttpClient;
import org.softpause.signer.service.UnreachableException;

/** The offline side: answers come from the mailbag, and what is not there has to be carried. */
public final class FileTransport {
  private final PendingRequests pendingRequests;

  public FileTransport(PendingRequests pendingRequests) {
    this.pendingRequests = pendingRequests;
  }

  /** Serves the addresses of {@link Recipient#address}. */
  public HttpClient http() {
    return new CarriedHttp(this::answer);
  }

  private CarriedAnswer answer(CarriedRequest errand) {
    return pendingRequests
        .look(errand)
        .orElseGet(
            () -> {
              if (errand.isPost()) {
                return CarriedAnswer.TAKEN;
              }
              throw new UnreachableException(
                  "the answer to %s %s%s was not carried here yet: run export, have it carried, run import, and repeat this command"
                      .formatted(errand.method(), errand.to(), errand.path()));
            });
  }
}
