package org.softpause.auditor.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.softpause.auditor.audit.EndpointResult;

/**
 * The requests and answers of one audit of an honest node.
 *
 * @param truth the auditor's result
 * @param answers the answers by request
 */
public record RecordedAudit(
    ChainedRegistry registry, EndpointResult truth, Map<String, String> answers) {

  /** Records an audit of a chain that exists only for the recording. */
  public static RecordedAudit make() {
    Map<String, String> heard = new ConcurrentHashMap<>();
    LyingProxy.Lie none =
        (request, answer) -> {
          heard.put(request, answer);
          return answer;
        };
    try (AuditFixture chain = AuditFixture.chain();
        LyingProxy scribe = LyingProxy.before(chain.node().endpoint(), none)) {
      EndpointResult truth = AuditFixture.audit(scribe.endpoint(), chain.registry());
      return new RecordedAudit(chain.registry(), truth, Map.copyOf(heard));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
