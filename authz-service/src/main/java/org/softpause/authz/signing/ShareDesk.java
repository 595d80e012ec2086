package org.softpause.authz.signing;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.committee.Committees;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.authz.system.Problem;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes shares, one transaction each, under the decision's lock. */
@Component
public class ShareDesk {
  private static final String BAD = "share-invalid";

  private final SessionStore sessions;
  private final SessionOpener opener;
  private final Packages packages;
  private final CertificateMaker maker;
  private final Committees committees;
  private final DecisionBook book;
  private final Clock clock;

  ShareDesk(
      SessionStore sessions,
      SessionOpener opener,
      Packages packages,
      CertificateMaker maker,
      Committees committees,
      DecisionBook book,
      Clock clock) {
    this.sessions = sessions;
    this.opener = opener;
    this.packages = packages;
    this.maker = maker;
    this.committees = committees;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Records a share, good or bad; what is not even signed by a participant is thrown out
   * unrecorded.
   *
   * @throws RuleViolation naming what is wrong with the document
   */
  @Transactional
  public ShareVerdict take(Bytes32 decision, Jws signed) {
    DecisionRecord record = book.lock(decision);
    ShareDocument document = signed.unverified().read(ShareDocument.TYPE, ShareDocument::read);
    SigningSession session = session(decision, document);
    Committee committee = committees.deciding(record.decision(), session.roster());
    signed.verify(committee.roster().member(document.signer()).identity());
    requireParticipant(session, document.signer());
    for (ShareRow before : sessions.shares(session)) {
      if (before.sender().equals(document.signer())) {
        return again(before, signed);
      }
    }
    if (record.state() != State.SIGNING) {
      throw Problem.CONFLICT.because("the decision is " + record.state());
    }
    return verify(new Offer(record, committee, session, document, signed));
  }

  /** A share whose form and sender are known to be right. */
  private record Offer(
      DecisionRecord decision,
      Committee committee,
      SigningSession session,
      ShareDocument document,
      Jws signed) {
    SessionMember seat() {
      return new SessionMember(session.id(), document.signer().value());
    }
  }

  private SigningSession session(Bytes32 decision, ShareDocument document) {
    if (!document.decision().equals(decision)) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH, "the share is for decision " + document.decision());
    }
    return sessions
        .withPackage(document.packageHash())
        .filter(session -> session.decision().equals(decision))
        .filter(session -> session.roster().equals(document.roster()))
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.PACKAGE_HASH_MISMATCH, "no such package: " + document.packageHash()));
  }

  private void requireParticipant(SigningSession session, Identifier signer) {
    if (sessions.participant(session, signer).isEmpty()) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, "member " + signer.value() + " is not in this package");
    }
  }

  private static ShareVerdict again(ShareRow before, Jws signed) {
    if (!before.document().equals(read(signed))) {
      throw Problem.CONFLICT.because("this member has sent another share for this package");
    }
    return before.isBad() ? refused(before.sender()) : new ShareVerdict.Known();
  }

  private static ShareDocument read(Jws signed) {
    return signed.unverified().read(ShareDocument.TYPE, ShareDocument::read);
  }

  private ShareVerdict verify(Offer offer) {
    Identifier signer = offer.document().signer();
    try {
      Aggregation.verifyShare(
          signer,
          offer.document().share(),
          packages.of(offer.session()),
          offer.committee().roster().publicKeys());
    } catch (FrostException.InvalidSignatureShares bad) {
      return refuse(offer);
    }
    sessions.add(new ShareRow(offer.seat(), offer.signed(), null, clock.instant()));
    if (offer.session().isOpen()) {
      finishIfAll(offer);
    } else {
      replaceBurned(offer);
    }
    return new ShareVerdict.Accepted();
  }

  private ShareVerdict refuse(Offer offer) {
    sessions.add(new ShareRow(offer.seat(), offer.signed(), BAD, clock.instant()));
    if (offer.session().isOpen()) {
      reopen(offer, offer.session());
    }
    return refused(offer.document().signer());
  }

  private static ShareVerdict refused(Identifier signer) {
    return new ShareVerdict.Refused(
        BAD, "the share of member " + signer.value() + " does not verify; it is kept as evidence");
  }

  private void finishIfAll(Offer offer) {
    Map<Identifier, SignatureShare> all =
        sessions.shares(offer.session()).stream()
            .collect(Collectors.toMap(ShareRow::sender, row -> row.document().share()));
    if (all.size() == offer.committee().threshold()) {
      offer
          .session()
          .complete(
              Aggregation.aggregate(
                  packages.of(offer.session()), all, offer.committee().roster().publicKeys()),
              clock.instant());
      sessions.flush();
      maker.makeIfSigned(offer.decision());
    }
  }

  /** A late share burned the commitment that a newer session counts on: that one starts anew. */
  private void replaceBurned(Offer offer) {
    Identifier signer = offer.document().signer();
    var burned = sessions.participant(offer.session(), signer).map(Participant::commitments);
    sessions
        .inState(offer.decision().id(), offer.committee().id(), SigningSession.State.OPEN)
        .filter(
            open -> sessions.participant(open, signer).map(Participant::commitments).equals(burned))
        .ifPresent(open -> reopen(offer, open));
  }

  private void reopen(Offer offer, SigningSession session) {
    session.fail(clock.instant());
    sessions.flush();
    opener.openIfPossible(offer.decision(), offer.committee());
  }
}
