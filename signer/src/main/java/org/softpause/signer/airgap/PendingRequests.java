package org.softpause.signer.airgap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.softpause.signer.store.SidecarFile;

/**
 * What an offline signer still wants carried, and the answers that were carried here, durable in
 * its folder. Reading is asking: whatever a command looked up since the last import is fetched anew
 * by the next carrier.
 */
public final class PendingRequests {
  private final SidecarFile file;

  public PendingRequests(SidecarFile file) {
    this.file = file;
  }

  /** The answer to an errand, if one was carried here; it is asked again either way. */
  Optional<CarriedAnswer> look(CarriedRequest errand) {
    TransferFile held = held();
    Optional<CarriedAnswer> answer = Optional.ofNullable(held.answers().get(errand));
    boolean settled = errand.isPost() && answer.isPresent();
    if (!settled && !held.errands().contains(errand)) {
      change(transferFile -> withErrand(transferFile, errand));
    }
    return answer;
  }

  /** Whether anything of a node was carried here. */
  public boolean hasNode() {
    return held().answers().keySet().stream().anyMatch(errand -> errand.to() == Recipient.NODE);
  }

  /** The parcel for the carrier: everything asked, and what a signer always wants to know. */
  public TransferFile outgoing(long at, Collection<CarriedRequest> standing) {
    SequencedSet<CarriedRequest> errands = new LinkedHashSet<>(held().errands());
    errands.addAll(standing);
    return new TransferFile(at, errands, new LinkedHashMap<>());
  }

  /**
   * Takes a carrier's parcel in place of the one before. Posts that it does not answer stay to be
   * carried.
   */
  public void receive(TransferFile transferFile) {
    change(
        before -> {
          SequencedSet<CarriedRequest> unsent = new LinkedHashSet<>(before.errands());
          unsent.removeIf(errand -> !errand.isPost() || transferFile.answers().containsKey(errand));
          return new TransferFile(transferFile.at(), unsent, transferFile.answers());
        });
  }

  /** How many documents wait to be carried. */
  public long unsent() {
    return held().posts();
  }

  private static TransferFile withErrand(TransferFile transferFile, CarriedRequest errand) {
    SequencedSet<CarriedRequest> errands = new LinkedHashSet<>(transferFile.errands());
    errands.add(errand);
    SequencedMap<CarriedRequest, CarriedAnswer> answers = transferFile.answers();
    return new TransferFile(transferFile.at(), errands, answers);
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
