package org.softpause.signer.carry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import org.softpause.signer.store.SideFile;

/**
 * What an offline signer still wants carried, and the answers that were carried here, durable in
 * its folder. Reading is asking: whatever a command looked up since the last import is fetched anew
 * by the next carrier.
 */
public final class Mailbag {
  private final SideFile file;

  public Mailbag(SideFile file) {
    this.file = file;
  }

  /** The answer to an errand, if one was carried here; it is asked again either way. */
  Optional<Answer> look(Errand errand) {
    Parcel held = held();
    Optional<Answer> answer = Optional.ofNullable(held.answers().get(errand));
    boolean settled = errand.isPost() && answer.isPresent();
    if (!settled && !held.errands().contains(errand)) {
      change(parcel -> withErrand(parcel, errand));
    }
    return answer;
  }

  /** Whether anything of a node was carried here. */
  public boolean hasNode() {
    return held().answers().keySet().stream().anyMatch(errand -> errand.to() == Addressee.NODE);
  }

  /** The parcel for the carrier: everything asked, and what a signer always wants to know. */
  public Parcel outgoing(long at, Collection<Errand> standing) {
    SequencedSet<Errand> errands = new LinkedHashSet<>(held().errands());
    errands.addAll(standing);
    return new Parcel(at, errands, new LinkedHashMap<>());
  }

  /**
   * Takes a carrier's parcel in place of the one before. Posts that it does not answer stay to be
   * carried.
   */
  public void receive(Parcel parcel) {
    change(
        before -> {
          SequencedSet<Errand> unsent = new LinkedHashSet<>(before.errands());
          unsent.removeIf(errand -> !errand.isPost() || parcel.answers().containsKey(errand));
          return new Parcel(parcel.at(), unsent, parcel.answers());
        });
  }

  /** How many documents wait to be carried. */
  public long unsent() {
    return held().posts();
  }

  private static Parcel withErrand(Parcel parcel, Errand errand) {
    SequencedSet<Errand> errands = new LinkedHashSet<>(parcel.errands());
    errands.add(errand);
    SequencedMap<Errand, Answer> answers = parcel.answers();
    return new Parcel(parcel.at(), errands, answers);
  }

  private Parcel held() {
    return decode(file.read());
  }

  private void change(UnaryOperator<Parcel> step) {
    file.change(content -> Optional.of(step.apply(decode(content)).encode()));
  }

  private static Parcel decode(Optional<byte[]> content) {
    return content.map(Parcel::decode).orElse(Parcel.EMPTY);
  }
}
