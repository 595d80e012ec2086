package org.softpause.signer.ceremony;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.service.LenientObject;
import org.softpause.signer.service.ServiceClient;

/**
 * Ceremonies as the service shows them, verified here message by message, each one once as long as
 * the service only adds to what it has shown.
 */
public final class BulletinBoard {
  private static final String PATH = "/v1/ceremonies";
  private static final String MESSAGES = "/messages";

  private final ServiceClient service;
  private @Nullable Ceremony latest;

  public BulletinBoard(ServiceClient service) {
    this.service = service;
  }

  /** What the service is asked for the messages that follow the first so many. */
  public static String path(Bytes32 id, int after) {
    return PATH + "/" + id + MESSAGES + "?after=" + after;
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
    Ceremony known = latest;
    latest = null;
    Ceremony ceremony =
        follow(known != null && known.id().equals(id) ? known : begin(id, page(id, 0)));
    latest = ceremony;
    return ceremony;
  }

  private static Ceremony begin(Bytes32 id, LenientObject page) {
    Ceremony ceremony = Ceremony.replay(messages(page));
    if (!ceremony.id().equals(id)) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the service shows " + ceremony.id());
    }
    return ceremony;
  }

  /** To the first page that is empty. What is refused here is read from the beginning next time. */
  private Ceremony follow(Ceremony from) {
    Ceremony ceremony = from;
    while (true) {
      int known = ceremony.messages().size();
      LenientObject page = page(ceremony.id(), known);
      if (page.number("count", Integer.MAX_VALUE) < known) {
        throw new RuleViolation(Rule.SPLIT_VIEW, "the service shows fewer messages than before");
      }
      List<Jws> more = messages(page);
      if (more.isEmpty()) {
        return ceremony;
      }
      ceremony = ceremony.continuedBy(more);
    }
  }

  private LenientObject page(Bytes32 id, int after) {
    return service.get(path(id, after));
  }

  private static List<Jws> messages(LenientObject page) {
    return page.texts("messages", Jws::parse);
  }

  /** Posts one message; the same bytes again change nothing. */
  public void post(Bytes32 id, Jws message) {
    service.post(PATH + "/" + id + MESSAGES, "message", message);
  }
}
