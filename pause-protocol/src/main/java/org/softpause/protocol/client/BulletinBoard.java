package org.softpause.protocol.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.jose.Jws;

/**
 * The bulletin board of key ceremonies, read and written through the service. Every message is
 * verified here, and only once as long as the service only adds to what it has shown.
 */
public final class BulletinBoard {
  /** A ceremony of the largest committees, with every session that its proof can take. */
  private static final int MAX_MESSAGES = 20_000;

  private static final String PATH = "/v1/ceremonies";
  private static final String MESSAGES = "/messages";

  private final ServiceClient service;
  private @Nullable Ceremony latest;

  public BulletinBoard(ServiceClient service) {
    this.service = service;
  }

  /** The path at which the service shows a ceremony's messages after the first so many. */
  public static String path(Bytes32 id, int after) {
    return PATH + "/" + id + MESSAGES + "?after=" + after;
  }

  /** The same board for one gathering, see {@link ServiceClient#gathering}. */
  public BulletinBoard gathering() {
    return new BulletinBoard(service.gathering());
  }

  /** Opens a ceremony with its signed plan. */
  public void open(Jws plan) {
    service.post(PATH, "plan", plan);
  }

  /** Posts one message; posting the same bytes again changes nothing. */
  public void post(Bytes32 id, Jws message) {
    service.post(PATH + "/" + id + MESSAGES, "message", message);
  }

  /**
   * The ceremony with this id, as far as it has come.
   *
   * @throws RuleViolation WRONG_CEREMONY for another ceremony, SPLIT_VIEW if the service shows less
   *     than before, GATHERING_EXCEEDED if it takes too much to read, or the rule that the first
   *     wrong message breaks
   */
  public Ceremony read(Bytes32 id) {
    Ceremony known = latest;
    // After a refusal the next reading begins with the first message again.
    latest = null;
    ServiceClient reading = service.gathering();
    Ceremony ceremony =
        follow(
            reading,
            known != null && known.id().equals(id) ? known : begin(id, page(reading, id, 0)));
    latest = ceremony;
    return ceremony;
  }

  /**
   * The ceremony with this id, which must have made its committee.
   *
   * @throws RuleViolation as {@link #read}, or WRONG_PHASE for a ceremony that is not complete
   */
  public Ceremony complete(Bytes32 id) {
    Ceremony ceremony = read(id);
    if (ceremony.phase() != CeremonyPhase.COMPLETE) {
      throw new RuleViolation(Rule.WRONG_PHASE, "ceremony " + id + " is in " + ceremony.phase());
    }
    return ceremony;
  }

  private static Ceremony begin(Bytes32 id, LenientObject page) {
    Ceremony ceremony = Ceremony.replay(messages(page));
    if (!ceremony.id().equals(id)) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the service shows " + ceremony.id());
    }
    return ceremony;
  }

  private static Ceremony follow(ServiceClient reading, Ceremony from) {
    Ceremony ceremony = from;
    while (true) {
      int known = ceremony.messages().size();
      if (known > MAX_MESSAGES) {
        throw new RuleViolation(
            Rule.GATHERING_EXCEEDED, "a ceremony may have at most " + MAX_MESSAGES + " messages");
      }
      LenientObject page = page(reading, ceremony.id(), known);
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

  private static LenientObject page(ServiceClient reading, Bytes32 id, int after) {
    return reading.get(path(id, after));
  }

  private static List<Jws> messages(LenientObject page) {
    return page.texts("messages", MAX_MESSAGES, Jws::parse);
  }
}
