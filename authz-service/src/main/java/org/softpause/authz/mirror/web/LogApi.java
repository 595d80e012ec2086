package org.softpause.authz.mirror.web;

import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.RegistryState;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/log}, {@code /v1/head} and {@code /v1/decisions/{id}/anchor}. */
@RestController
@Transactional(readOnly = true)
public class LogApi {
  private static final int MAX_PAGE = 500;

  private final ServedRegistry registry;
  private final RegistryMirror mirror;

  LogApi(ServedRegistry registry, RegistryMirror mirror) {
    this.registry = registry;
    this.mirror = mirror;
  }

  /** Final entries after a sequence number. */
  @GetMapping("/v1/log")
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public StoredLogPage log(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MAX_PAGE || after < 0) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, "limit must be within 1..500, and after must be a sequence number");
    }
    registry.require();
    return new StoredLogPage(mirror::storedEntries, after, limit);
  }

  /** The head at the latest finalised block. */
  @GetMapping("/v1/head")
  public Head head() {
    registry.require();
    BlockRef block =
        mirror
            .finalisedBlock()
            .orElseThrow(
                () -> Problem.CHAIN_UNREACHABLE.because("no finalised block is known yet"));
    RegistryState state = mirror.finalised();
    return new Head(state.sequence(), state.head(), block.toJson());
  }

  /** The place of a decision on the chain. */
  @GetMapping("/v1/decisions/{id}/anchor")
  AnchorView anchor(@PathVariable Bytes32 id) {
    return mirror
        .place(id)
        .map(AnchorView::of)
        .orElseThrow(() -> Problem.NOT_FOUND.because("decision " + id + " is not anchored"));
  }

  /** The head of the log. */
  public record Head(long sequence, Bytes32 head, JsonObject block) {}
}
