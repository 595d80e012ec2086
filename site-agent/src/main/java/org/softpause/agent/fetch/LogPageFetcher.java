package org.softpause.agent.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
   * Fetches the entries after one sequence and up to another, as far as the service has them.
   *
   * @throws RuleViolation if a page cannot be read
   */
  public List<LogEntry> between(long after, long upTo)
      throws EndpointUnreachable, InterruptedException {
    List<LogEntry> entries = new ArrayList<>();
    long last = after;
    while (last < upTo) {
      List<LogEntry> page = page(last);
      for (LogEntry entry : page) {
        if (entry.sequence() != last + 1) {
          throw new RuleViolation(
              Rule.LOG_SEQUENCE_BROKEN, "entry " + entry.sequence() + " follows entry " + last);
        }
        last = entry.sequence();
        if (last <= upTo) {
          entries.add(entry);
        }
      }
      if (page.isEmpty()) {
        break;
      }
    }
    return entries;
  }

  private List<LogEntry> page(long after) throws EndpointUnreachable, InterruptedException {
    URI address = URI.create(service + "/v1/log?after=" + after + "&limit=" + PAGE);
    Json page = StrictJson.parse(http.get(address, MAX_PAGE_BYTES), MAX_PAGE_BYTES);
    if (!(member(page, "entries") instanceof JsonArray entries)) {
      throw malformed("a page of the log must have entries");
    }
    return entries.elements().stream()
        .map(each -> ObjectReader.read(member(each, "entry"), LogEntry::read))
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
