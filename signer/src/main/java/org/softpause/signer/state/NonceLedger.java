package org.softpause.signer.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Records every commitment that was issued and every share that was finished. A number is given
 * only once, and a burned nonce has lost its secret, so that nothing can sign with it again.
 *
 * @param base the last number that an earlier store of this signer gave before it was lost, or 0
 */
public record NonceLedger(long base, List<Nonce> nonces, List<FinishedShare> shares) {
  public static final NonceLedger EMPTY = startingAfter(0);
  private static final long MAX_BASE = Integer.MAX_VALUE;

  public NonceLedger {
    nonces = List.copyOf(nonces);
    shares = List.copyOf(shares);
    for (int i = 0; i < nonces.size(); i++) {
      if (nonces.get(i).number() != base + i + 1) {
        throw new IllegalArgumentException("the numbers of a ledger rise by one");
      }
    }
  }

  /**
   * Returns the empty ledger of a signer that was recovered from a backup. Its numbers continue
   * those of the lost store.
   *
   * @param base the highest number that the lost store is known to have given
   */
  public static NonceLedger startingAfter(long base) {
    return new NonceLedger(base, List.of(), List.of());
  }

  /**
   * Returns the ledger of a signer whose lost share was repaired. Its numbers continue after this
   * one; nonces from before are destroyed with their commitments, and finished shares stay.
   *
   * @throws RuleViolation OUT_OF_RANGE for a number that no ledger can begin after
   */
  public NonceLedger continuingAfter(long number) {
    if (number <= highestNumber()) {
      return this;
    }
    if (number > MAX_BASE) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, "no commitment number is left after " + (number - 1));
    }
    return new NonceLedger(number, List.of(), shares);
  }

  /** Returns the number that the next commitment gets. */
  public long nextNumber() {
    return highestNumber() + 1;
  }

  /** Returns the highest number given so far, or 0 before the first. */
  public long highestNumber() {
    return base + nonces.size();
  }

  /** Adds nonces under {@link #nextNumber}; the caller's object keeps its own copy. */
  public NonceLedger issue(Bytes32 subject, Bytes32 roster, SigningNonces fresh) {
    List<Nonce> more = new ArrayList<>(nonces);
    more.add(Nonce.outstanding(nextNumber(), subject, roster, fresh));
    return new NonceLedger(base, more, shares);
  }

  /** Returns the commitment with that number, if it was issued from this ledger. */
  public Optional<Nonce> nonce(long number) {
    return number > base && number < nextNumber()
        ? Optional.of(nonces.get((int) (number - base) - 1))
        : Optional.empty();
  }

  /** Burns the nonce and adds the share that it made, as one change. */
  public NonceLedger finish(long number, FinishedShare share) {
    List<FinishedShare> more = new ArrayList<>(shares);
    more.add(share);
    return new NonceLedger(base, burn(nonce -> nonce.number() == number), more);
  }

  /** Burns every outstanding nonce for that subject, as after a rejection. */
  public NonceLedger burnAll(Bytes32 subject, Bytes32 roster) {
    return new NonceLedger(base, burn(nonce -> nonce.isFor(subject, roster)), shares);
  }

  /** Burns every outstanding nonce for that committee, whose share is being destroyed. */
  public NonceLedger burnRoster(Bytes32 roster) {
    return new NonceLedger(base, burn(nonce -> nonce.roster().equals(roster)), shares);
  }

  /** Returns the share that was made for that package, if there is one. */
  public Optional<FinishedShare> share(Bytes32 subject, Bytes32 roster, Bytes32 packageHash) {
    return shares.stream()
        .filter(share -> share.isFor(subject, roster) && share.packageHash().equals(packageHash))
        .findFirst();
  }

  /** Whether any share for that subject may have left. */
  public boolean hasShare(Bytes32 subject, Bytes32 roster) {
    return shares(subject, roster) > 0;
  }

  /** Counts the shares that were made for that subject. */
  public int shares(Bytes32 subject, Bytes32 roster) {
    return (int) shares.stream().filter(share -> share.isFor(subject, roster)).count();
  }

  private List<Nonce> burn(Predicate<Nonce> which) {
    return nonces.stream().map(nonce -> which.test(nonce) ? nonce.burn() : nonce).toList();
  }

  static NonceLedger read(ObjectReader in) {
    long base = in.has("base") ? in.number("base", 1, MAX_BASE) : 0;
    List<Nonce> nonces = in.objects("nonces", Nonce::read);
    List<FinishedShare> shares = in.objects("shares", FinishedShare::read);
    try {
      return new NonceLedger(base, nonces, shares);
    } catch (IllegalArgumentException gap) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "the numbers in the ledger have a gap", gap);
    }
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .array("nonces", nonces, Nonce::toJson)
            .array("shares", shares, FinishedShare::toJson);
    return (base == 0 ? out : out.number("base", base)).toJson();
  }
}
