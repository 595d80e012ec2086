package org.softpause.frost.roast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.InvalidSigningPackage;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Signature;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.SigningSession;
import org.softpause.frost.roast.CoordinatorEvent.Answer;
import org.softpause.frost.roast.CoordinatorEvent.Commitment;
import org.softpause.frost.roast.CoordinatorEvent.Withdrawal;
import org.softpause.frost.roast.CoordinatorMessage.Blame;
import org.softpause.frost.roast.CoordinatorMessage.Finished;
import org.softpause.frost.roast.CoordinatorMessage.Ignored;
import org.softpause.frost.roast.CoordinatorMessage.Reason;
import org.softpause.frost.roast.CoordinatorMessage.Request;
import org.softpause.frost.roast.SignerStatus.Absent;
import org.softpause.frost.roast.SignerStatus.Asked;
import org.softpause.frost.roast.SignerStatus.Malicious;
import org.softpause.frost.roast.SignerStatus.Waiting;
import org.softpause.frost.roast.SignerStatus.Withdrawn;

/**
 * ROAST's coordinator for one message, figure 4 of the paper. It is immutable and has no clock,
 * threads or randomness: the same events in the same order give the same messages, so after a
 * restart it is rebuilt from the stored events. It holds no secret; a dishonest coordinator can
 * delay a signature but not forge one.
 *
 * <p>A session opens whenever t signers wait. Every session without a signature is held up by a
 * signer that owes it a share, and nobody holds up two. When a session opens, its t signers hold up
 * nothing and at most n - t others hold up one session each, so there are never more than n - t +
 * 1. As t honest signers always come back to wait, there is always another session until one gives
 * the signature.
 */
public final class Coordinator {
  private final PublicKeyPackage group;
  private final byte[] message;
  private final Signers signers;
  private final List<RoastSession> sessions;
  private final @Nullable Signature signature;

  private Coordinator(
      PublicKeyPackage group,
      byte[] message,
      Signers signers,
      List<RoastSession> sessions,
      @Nullable Signature signature) {
    this.group = group;
    this.message = message;
    this.signers = signers;
    this.sessions = List.copyOf(sessions);
    this.signature = signature;
  }

  /** Starts with every member absent. Keeps a copy of the message. */
  public static Coordinator begin(PublicKeyPackage group, byte[] message) {
    Signers everyone = Signers.absent(group.shares().keySet());
    return new Coordinator(group, message.clone(), everyone, List.of(), null);
  }

  /**
   * Returns what follows from the event. One that must not count is answered by {@link Ignored},
   * never by an exception.
   *
   * @throws InvalidSigningPackage if t commitments add up to the identity, which takes a broken
   *     hash function
   */
  public CoordinatorStep on(CoordinatorEvent event) {
    SignerStatus status = signers.of(event.sender());
    if (status == null) {
      return ignored(event, Reason.STRANGER);
    }
    if (signature != null) {
      return ignored(event, Reason.FINISHED);
    }
    if (status instanceof Malicious) {
      return ignored(event, Reason.MALICIOUS);
    }
    if (status instanceof Withdrawn) {
      return ignored(event, Reason.WITHDRAWN);
    }
    return switch (event) {
      case Commitment first -> onCommitment(first, status);
      case Answer answer -> onAnswer(answer, status);
      case Withdrawal withdrawal -> step(with(withdrawal.sender(), new Withdrawn()));
    };
  }

  private CoordinatorStep onCommitment(Commitment first, SignerStatus status) {
    return status instanceof Absent
        ? with(first.sender(), new Waiting(first.commitments())).openIfEnoughWait()
        : ignored(first, Reason.COMMITTED_BEFORE);
  }

  /** Verifies the share first, so that no other fault of an answer hides an invalid share. */
  private CoordinatorStep onAnswer(Answer answer, SignerStatus status) {
    RoastSession session = sessionAsking(answer);
    if (session == null) {
      return ignored(answer, Reason.NOT_ASKED);
    }
    if (!session.isOwed(answer.sender(), answer.share())) {
      return blame(new InvalidShare(answer.sender(), session.signingPackage(), answer.share()));
    }
    if (!status.equals(new Asked(answer.session()))) {
      return ignored(answer, Reason.ANSWERED_BEFORE);
    }
    if (sessions.stream().anyMatch(s -> s.uses(answer.sender(), answer.nextCommitments()))) {
      return ignored(answer, Reason.COMMITMENTS_REUSED);
    }
    return accept(answer, session.with(answer.sender(), answer.share()));
  }

  private @Nullable RoastSession sessionAsking(Answer answer) {
    if (answer.session() < 1 || answer.session() > sessions.size()) {
      return null;
    }
    RoastSession session = sessions.get(answer.session() - 1);
    return session.asks(answer.sender()) ? session : null;
  }

  private CoordinatorStep blame(InvalidShare evidence) {
    return step(with(evidence.sender(), new Malicious(evidence)), new Blame(evidence));
  }

  private CoordinatorStep accept(Answer answer, RoastSession session) {
    List<RoastSession> updated = new ArrayList<>(sessions);
    updated.set(answer.session() - 1, session);
    Signers ready = signers.with(answer.sender(), new Waiting(answer.nextCommitments()));
    if (!session.isComplete()) {
      return new Coordinator(group, message, ready, updated, null).openIfEnoughWait();
    }
    Signature made = session.signature();
    return step(new Coordinator(group, message, ready, updated, made), new Finished(made));
  }

  private CoordinatorStep openIfEnoughWait() {
    SortedMap<Identifier, SigningCommitments> waiting = signers.waiting();
    return waiting.size() < group.minSigners() ? step(this) : open(waiting);
  }

  private CoordinatorStep open(SortedMap<Identifier, SigningCommitments> commitments) {
    SigningPackage signingPackage = SigningPackage.of(commitments, message);
    int number = sessions.size() + 1;
    List<RoastSession> more = new ArrayList<>(sessions);
    more.add(RoastSession.open(SigningSession.of(signingPackage, group)));
    Signers asked = signers.asked(commitments.keySet(), number);
    return step(
        new Coordinator(group, message, asked, more, null), new Request(number, signingPackage));
  }

  private Coordinator with(Identifier signer, SignerStatus status) {
    return new Coordinator(group, message, signers.with(signer, status), sessions, null);
  }

  private CoordinatorStep ignored(CoordinatorEvent event, Reason reason) {
    return step(this, new Ignored(event.sender(), reason));
  }

  private static CoordinatorStep step(Coordinator next, CoordinatorMessage... messages) {
    return new CoordinatorStep(next, List.of(messages));
  }

  /**
   * Returns the request that this signer has not answered yet, for a signer that lost the message.
   */
  public Optional<Request> requestTo(Identifier signer) {
    return signature == null && signers.of(signer) instanceof Asked asked
        ? Optional.of(
            new Request(asked.session(), sessions.get(asked.session() - 1).signingPackage()))
        : Optional.empty();
  }

  /** How many sessions were opened so far; at most n - t + 1. */
  public int sessions() {
    return sessions.size();
  }

  /** The signers that owe nothing and wait for others, ascending. */
  public SortedSet<Identifier> waiting() {
    return new TreeSet<>(signers.waiting().keySet());
  }

  /** The signers that owe a share, ascending. */
  public SortedSet<Identifier> asked() {
    return signers.asked();
  }

  /** The evidence against each signer that was blamed, ascending. */
  public SortedMap<Identifier, InvalidShare> culprits() {
    return signers.malicious();
  }

  /** The group's signature over the message, once there is one. */
  public Optional<Signature> signature() {
    return Optional.ofNullable(signature);
  }
}
