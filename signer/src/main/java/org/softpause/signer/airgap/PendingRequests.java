package org.softpause.signer.airgap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.softpause.signer.store.SidecarFile;

/**
 * The requests of an offline signer that wait for the carrier, and the answers that were carried
 * here, durable in the signer's folder. Each answer that a command looks up is asked for again, so
 * that the next carrier brings a newer one.
 */
public final class PendingRequests {
  private final SidecarFile file;

  public PendingRequests(SidecarFile file) {
    this.file = file;
  }

  /** The answer to a request, if one was carried here; the request is carried again either way. */
  Optional<CarriedAnswer> answer(CarriedRequest request) {
    TransferFile held = held();
    Optional<CarriedAnswer> answer = Optional.ofNullable(held.answers().get(request));
    boolean settled = request.isPost() && answer.isPresent();
    if (!settled && !held.requests().contains(request)) {
      change(before -> with(before, request));
    }
    return answer;
  }

  /** Whether any answer of a node was carried here. */
  public boolean hasNode() {
    return held().answers().keySet().stream().anyMatch(request -> request.to() == Recipient.NODE);
  }

  /**
   * The file for the carrier.
   *
   * @param at Unix seconds
   * @param routine what is asked for each time, whatever the commands asked for
   */
  public TransferFile outgoing(long at, Collection<CarriedRequest> routine) {
    SequencedSet<CarriedRequest> requests = new LinkedHashSet<>(held().requests());
    requests.addAll(routine);
    return new TransferFile(at, requests, new LinkedHashMap<>());
  }

  /**
   * Takes in the file that a carrier brought; its answers replace the earlier ones. Posts that it
   * does not answer stay to be carried.
   */
  public void receive(TransferFile brought) {
    change(
        before -> {
          SequencedSet<CarriedRequest> unsent = new LinkedHashSet<>(before.requests());
          unsent.removeIf(request -> !request.isPost() || brought.answers().containsKey(request));
          return new TransferFile(brought.at(), unsent, brought.answers());
        });
  }

  /** How many documents wait to be posted. */
  public long unsent() {
    return held().posts();
  }

  private static TransferFile with(TransferFile before, CarriedRequest request) {
    SequencedSet<CarriedRequest> requests = new LinkedHashSet<>(before.requests());
    requests.add(request);
    return new TransferFile(before.at(), requests, before.answers());
  }

  private TransferFile held() {
    return decode(file.read());
  }

  private void change(UnaryOperator<TransferFile> step) {
    file.change(content -> Optional.of(step.apply(decode(content)).encode()));
  }

  private static TransferFile decode(Optional<byte[]> content) {
    return content.map(TransferFile::decode).orElse(TransferFile.EMPTY);
  }
}
