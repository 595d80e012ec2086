package org.softpause.signer.ceremony;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.service.ServiceClient;

/**
 * Ceremonies as the service shows them, verified here message by message, each one once as long as
 * the service only adds to what it has shown.
 */
public final class BulletinBoard {
  private static final String PATH = "/v1/ceremonies";

  private final ServiceClient service;
  private @Nullable Ceremony latest;

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
    List<Jws> messages = service.get(PATH + "/" + id).texts("messages", Jws::parse);
    Ceremony ceremony = latest == null ? Ceremony.replay(messages) : latest.follow(messages);
    latest = ceremony;
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
