package org.softpause.authz.signing;

import java.util.Optional;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.evidence.BadShare;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;

/** Finds signing sessions, their seats and the shares received for them. */
@Component
class SigningSessions {
  private final SigningSessionRepository sessions;
  private final SigningEventRepository events;

  SigningSessions(SigningSessionRepository sessions, SigningEventRepository events) {
    this.sessions = sessions;
    this.events = events;
  }

  Optional<SigningEventRow> event(Bytes32 digest) {
    return events.findByDigest(digest);
  }

  /**
   * The session whose package a share names.
   *
   * @throws RuleViolation {@link Rule#PACKAGE_HASH_MISMATCH}
   */
  SigningSessionRow asking(ShareDocument document) {
    SigningRun run = new SigningRun(document.decision(), document.roster());
    return sessions
        .findByPackageHash(document.packageHash())
        .filter(session -> session.run().equals(run))
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.PACKAGE_HASH_MISMATCH,
                    "this group has no signing package " + document.packageHash()));
  }

  /**
   * A member's seat in a session.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER}
   */
  SigningSeatRow seat(SigningSessionRow session, Identifier member) {
    SigningSessionRow.Place at = session.place();
    return sessions
        .seat(at.decision(), at.roster(), at.number(), member.value())
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.NOT_A_MEMBER,
                    "member " + member.value() + " is not asked by this package"));
  }

  SigningPackageDocument offer(SigningSessionRow session) {
    SigningSessionRow.Place at = session.place();
    return new SigningPackageDocument(
        at.decision(),
        at.roster(),
        session.packageHash(),
        events.sources(at.decision(), at.roster(), at.number()).stream()
            .map(SigningEventRow::signed)
            .toList());
  }

  boolean isCulprit(SigningRun run, Identifier member) {
    return events.shares(run.decision()).stream()
        .anyMatch(share -> share.is(run, member) && share.verdict() == Verdict.INVALID);
  }

  boolean hasContradicted(SigningSessionRow session, Identifier member) {
    return events.shares(session.place().decision()).stream()
        .filter(share -> share.is(session.run(), member))
        .anyMatch(
            share ->
                share.session() == session.number() && share.verdict() == Verdict.CONTRADICTION);
  }

  /** Whether a share convicts its sender. */
  boolean isBad(SigningSessionRow session, SigningGroup group, Jws share) {
    try {
      new BadShare(offer(session), share).check(group.roster());
      return true;
    } catch (RuleViolation violation) {
      if (violation.rule() == Rule.BLAME_UNFOUNDED) {
        return false;
      }
      throw violation;
    }
  }
}
