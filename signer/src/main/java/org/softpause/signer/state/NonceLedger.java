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
 * Every commitment ever issued and every share ever finished. A number is given once; a burned
 * nonce has no secret any more, so nothing can sign with it again.
 *
 * @param base the numbers up to it belong to an earlier store of this signer, lost since
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
   * The empty ledger of a signer recovered from a backup, whose numbers go on where it was.
   *
   * @param base the highest number that the lost store is known to have given
   */
  public static NonceLedger startingAfter(long base) {
    return new NonceLedger(base, List.of(), List.of());
  }

  /** The number that the next commitment gets. */
  public long nextNumber() {
    return highestNumber() + 1;
  }

  /** The highest number given so far, 0 before the first. */
  public long highestNumber() {
    return base + nonces.size();
  }

  /** With nonces under {@link #nextNumber}; the caller's object keeps its own copy. */
  public NonceLedger issue(Bytes32 subject, Bytes32 roster, SigningNonces fresh) {
    List<Nonce> more = new ArrayList<>(nonces);
    more.add(Nonce.outstanding(nextNumber(), subject, roster, fresh));
    return new NonceLedger(base, more, shares);
  }

  /** The commitment of that number, if it was issued here. */
  public Optional<Nonce> nonce(long number) {
    return number > base && number < nextNumber()
        ? Optional.of(nonces.get((int) (number - base) - 1))
        : Optional.empty();
  }

  /** One change for both: the nonce burned and the share that it made. */
  public NonceLedger finish(long number, FinishedShare share) {
    List<FinishedShare> more = new ArrayList<>(shares);
    more.add(share);
    return new NonceLedger(base, burn(nonce -> nonce.number() == number), more);
  }

  /** Without any nonce outstanding for that subject, as after a rejection. */
  public NonceLedger burnAll(Bytes32 subject, Bytes32 roster) {
    return new NonceLedger(base, burn(nonce -> nonce.isFor(subject, roster)), shares);
  }

  /** Without any nonce outstanding for that committee, whose share is no more. */
  public NonceLedger burnRoster(Bytes32 roster) {
    return new NonceLedger(base, burn(nonce -> nonce.roster().equals(roster)), shares);
  }

  /** The share made for that package, if there is one. */
  public Optional<FinishedShare> share(Bytes32 subject, Bytes32 roster, Bytes32 packageHash) {
    return shares.stream()
        .filter(share -> share.isFor(subject, roster) && share.packageHash().equals(packageHash))
        .findFirst();
  }

  /** Whether any share for that subject may have left. */
  public boolean hasShare(Bytes32 subject, Bytes32 roster) {
    return shares(subject, roster) > 0;
  }

  /** How many shares were made for that subject. */
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
      throw new RuleViolation(Rule.MALFORMED_VALUE, "a number is missing in the ledger", gap);
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
