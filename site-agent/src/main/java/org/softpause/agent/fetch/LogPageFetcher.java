package org.softpause.agent.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.LogEntry;

/** Fetches the service's log page by page: {@code GET /v1/log?after=…&limit=…}. */
public final class LogPageFetcher {
  private static final int PAGE = 100;
  private static final int MAX_PAGE_BYTES = 8 << 20;

  private final BoundedHttpClient http;
  private final URI service;

  public LogPageFetcher(BoundedHttpClient http, URI service) {
    this.http = http;
    this.service = service;
  }

  /**
   * Fetches the entries after the known log and up to a sequence, as far as the service has them.
   * Each page is verified before the next is asked for, so that nobody can send entries without end
   * that no committee has signed.
   *
   * @throws RuleViolation if a page cannot be read or does not follow, or the budget is used up
   */
  List<LogEntry> after(VerifiedLog known, long upTo, GatheringBudget budget)
      throws EndpointUnreachable, InterruptedException {
    List<LogEntry> entries = new ArrayList<>();
    VerifiedLog log = known;
    while (log.length() < upTo) {
      List<LogEntry> page = page(log.length(), upTo, budget);
      if (page.isEmpty()) {
        break;
      }
      log = log.with(page);
      entries.addAll(page);
    }
    return entries;
  }

  private List<LogEntry> page(long after, long upTo, GatheringBudget budget)
      throws EndpointUnreachable, InterruptedException {
    URI address = URI.create(service + "/v1/log?after=" + after + "&limit=" + PAGE);
    byte[] body = http.get(address, budget.nextAnswer(MAX_PAGE_BYTES));
    Json page = StrictJson.parse(body, MAX_PAGE_BYTES);
    if (!(member(page, "entries") instanceof JsonArray entries)) {
      throw malformed("a page of the log must have entries");
    }
    budget.spend(body.length, entries.elements().size());
    return entries.elements().stream()
        .map(each -> ObjectReader.read(member(each, "entry"), LogEntry::read))
        .filter(entry -> entry.sequence() <= upTo)
        .toList();
  }

  /** A member of a page. The other members are the service's own account and are ignored. */
  private static Json member(Json value, String name) {
    Json member = value instanceof JsonObject object ? object.members().get(name) : null;
    if (member == null) {
      throw malformed("a page of the log must have " + name);
    }
    return member;
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.MISSING_MEMBER, detail);
  }
}
