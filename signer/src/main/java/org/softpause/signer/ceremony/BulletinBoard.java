package org.softpause.signer.ceremony;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.service.ServiceClient;

/** Ceremonies as the service shows them, replayed here message by message. */
public final class BulletinBoard {
  private static final String PATH = "/v1/ceremonies";

  private final ServiceClient service;

  public BulletinBoard(ServiceClient service) {
    this.service = service;
  }

  /** Opens a ceremony with its plan, signed. */
  public void open(Jws plan) {
    service.post(PATH, "plan", plan);
  }

  /**
   * The ceremony of that id.
   *
   * @throws RuleViolation what the first wrong message breaks, or WRONG_CEREMONY
   */
  public Ceremony read(Bytes32 id) {
    Ceremony ceremony = Ceremony.replay(service.get(PATH + "/" + id).texts("messages", Jws::parse));
    if (!ceremony.id().equals(id)) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the service shows " + ceremony.id());
    }
    return ceremony;
  }

  /** Posts one message; the same bytes again change nothing. */
  public void post(Bytes32 id, Jws message) {
    service.post(PATH + "/" + id + "/messages", "message", message);
  }
}
