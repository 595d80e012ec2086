package org.softpause.signer.carry;

import java.net.http.HttpClient;
import org.softpause.signer.service.Unreachable;

/** The offline side: answers come from the mailbag, and what is not there has to be carried. */
public final class Offline {
  private final Mailbag mailbag;

  public Offline(Mailbag mailbag) {
    this.mailbag = mailbag;
  }

  /** Serves the addresses of {@link Addressee#address}. */
  public HttpClient http() {
    return new CarriedHttp(this::answer);
  }

  private Answer answer(Errand errand) {
    return mailbag
        .look(errand)
        .orElseGet(
            () -> {
              if (errand.isPost()) {
                return Answer.TAKEN;
              }
              throw new Unreachable(
                  "the answer to %s %s%s was not carried here yet: run export, have it carried, run import, and repeat this command"
                      .formatted(errand.method(), errand.to(), errand.path()));
            });
  }
}
