package org.softpause.auditor.service;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;

/** Reads a service's log page by page; members that an audit does not need are ignored. */
final class ServiceLog {
  private static final int PAGE = 200;
  private static final int MAX_TEXT = 100;
  private static final long UINT53 = (1L << 53) - 1;

  private final ServiceClient service;

  ServiceLog(ServiceClient service) {
    this.service = service;
  }

  /** An entry as the service shows it; its certificate is not verified. */
  record Shown(LogEntry entry, long block, Bytes32 transaction, Bytes32 head) {}

  /** The head of the service's log, at the block that it calls the latest finalised. */
  record Head(long sequence, Bytes32 head, BlockRef block) {}

  /** The registry that the service serves. */
  record Registry(long chainId, String address, Bytes32 head0) {}

  interface Sink {
    void accept(Shown shown);
  }

  Registry registry() {
    LenientObject answer = service.get("/v1/registry");
    return new Registry(
        answer.number("chainId", UINT53),
        answer.text("registry", MAX_TEXT),
        answer.bytes32("head0"));
  }

  Head head() {
    LenientObject answer = service.get("/v1/head");
    return new Head(
        answer.number("sequence", UINT53),
        answer.bytes32("head"),
        ObjectReader.read(answer.object("block").json(), BlockRef::read));
  }

  /** Reads all entries, but stops after {@code most}: the service may invent entries forever. */
  void read(long most, Sink sink) {
    long after = 0;
    long seen = 0;
    while (true) {
      LenientObject page = service.get("/v1/log?after=" + after + "&limit=" + PAGE);
      List<LenientObject> entries = page.objects("entries");
      for (LenientObject entry : entries) {
        sink.accept(shown(entry));
        seen++;
      }
      if (!page.json().members().containsKey("next") || seen > most) {
        return;
      }
      long next = page.number("next", UINT53);
      if (next <= after || entries.isEmpty()) {
        throw new RuleViolation(
            Rule.LOG_SEQUENCE_BROKEN, "the service's pages go in circles or lead nowhere");
      }
      after = next;
    }
  }

  private static Shown shown(LenientObject entry) {
    return new Shown(
        ObjectReader.read(entry.object("entry").json(), LogEntry::read),
        entry.object("block").number("number", UINT53),
        entry.bytes32("transaction"),
        entry.bytes32("head"));
  }
}
