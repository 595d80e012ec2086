package org.softpause.auditor.service;

import java.io.IOException;
import java.util.Map;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;

/** A service's log, page by page. Members that an audit does not need are left alone. */
final class ServiceLog {
  private static final int PAGE = 200;
  private static final int MAX_PAGE_BYTES = 4 << 20;
  private static final int MAX_BYTES = 2 << 20;
  private static final long UINT53 = (1L << 53) - 1;

  private final ServiceReader service;

  ServiceLog(ServiceReader service) {
    this.service = service;
  }

  /** One entry as it is shown, the certificate unverified. */
  record Shown(LogEntry entry, long block, Bytes32 transaction, Bytes32 head) {}

  /** The head that it shows, at the block that it calls the latest finalised. */
  record Head(long sequence, Bytes32 head, BlockRef block) {}

  /** Which registry's log it is. */
  record Registry(long chainId, String address, Bytes32 head0) {}

  interface Sink {
    void accept(Shown shown);
  }

  Registry registry() throws IOException {
    Map<String, Json> members = object("/v1/registry");
    return new Registry(
        number(members, "chainId"),
        text(members, "registry"),
        Bytes32.parse(text(members, "head0")));
  }

  Head head() throws IOException {
    Map<String, Json> members = object("/v1/head");
    return new Head(
        number(members, "sequence"),
        Bytes32.parse(text(members, "head")),
        ObjectReader.read(member(members, "block"), BlockRef::read));
  }

  /** Everything that it shows; a service that never ends is stopped at {@code most} entries. */
  void read(long most, Sink sink) throws IOException {
    long after = 0;
    long seen = 0;
    while (true) {
      Map<String, Json> page = object("/v1/log?after=" + after + "&limit=" + PAGE, MAX_PAGE_BYTES);
      for (Json shown : elements(member(page, "entries"))) {
        sink.accept(shown(shown));
        seen++;
      }
      if (!page.containsKey("next") || seen > most) {
        return;
      }
      long next = number(page, "next");
      if (next <= after) {
        throw new RuleViolation(Rule.LOG_SEQUENCE_BROKEN, "its pages go round in circles");
      }
      after = next;
    }
  }

  private static Shown shown(Json json) {
    Map<String, Json> members = members(json);
    return new Shown(
        ObjectReader.read(member(members, "entry"), LogEntry::read),
        number(members(member(members, "block")), "number"),
        Bytes32.parse(text(members, "transaction")),
        Bytes32.parse(text(members, "head")));
  }

  private Map<String, Json> object(String path) throws IOException {
    return object(path, MAX_BYTES);
  }

  private Map<String, Json> object(String path, int maxBytes) throws IOException {
    return members(StrictJson.parse(service.get(path, maxBytes), maxBytes));
  }

  private static Map<String, Json> members(Json json) {
    if (json instanceof JsonObject object) {
      return object.members();
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "an object is expected");
  }

  private static Iterable<Json> elements(Json json) {
    if (json instanceof JsonArray array) {
      return array.elements();
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "an array is expected");
  }

  private static Json member(Map<String, Json> members, String name) {
    Json value = members.get(name);
    if (value == null) {
      throw new RuleViolation(Rule.MISSING_MEMBER, name + " is missing");
    }
    return value;
  }

  private static String text(Map<String, Json> members, String name) {
    if (member(members, name) instanceof JsonString text) {
      return text.value();
    }
    throw new RuleViolation(Rule.WRONG_TYPE, name + " must be of type text");
  }

  private static long number(Map<String, Json> members, String name) {
    if (member(members, name) instanceof JsonInteger integer
        && integer.value() >= 0
        && integer.value() <= UINT53) {
      return integer.value();
    }
    throw new RuleViolation(Rule.WRONG_TYPE, name + " must be a number");
  }
}
