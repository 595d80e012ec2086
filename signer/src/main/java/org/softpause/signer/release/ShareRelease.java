package org.softpause.signer.release;

import java.security.SecureRandom;
import java.util.function.Consumer;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.state.SignerStore.Step;

/**
 * Makes a signature share, and stores it together with the burn of its nonce in one write before
 * anybody sees it. For a package that was answered before, the same bytes are returned.
 */
public final class ShareRelease {
  private final SignerStore store;
  private final Identity identity;
  private final SecureRandom random;
  private final Consumer<Decision> policy;

  public ShareRelease(SignerStore store, Identity identity, SecureRandom random) {
    this(store, identity, random, decision -> {});
  }

  /**
   * Releases shares only within a policy.
   *
   * @param policy throws RuleViolation for what it leaves to an officer
   */
  public ShareRelease(
      SignerStore store, Identity identity, SecureRandom random, Consumer<Decision> policy) {
    this.store = store;
    this.identity = identity;
    this.random = random;
    this.policy = policy;
  }

  /**
   * The share for one signing package.
   *
   * @param epoch the mandate's, by the newest log verified here
   * @param at Unix seconds, for the document
   * @throws RuleViolation the first condition that does not hold; nothing is changed then
   */
  public Jws release(
      Membership membership,
      Eip712Domain domain,
      long epoch,
      SigningPackageDocument offer,
      long at) {
    return store.commit(
        record -> {
          ReleaseConditions conditions = new ReleaseConditions(record, membership, domain, epoch);
          policy.accept(conditions.requireApproved(offer));
          return record
              .ledger()
              .share(offer.decision(), membership.rosterHash(), offer.packageHash())
              .map(finished -> new Step<>(record, finished.message()))
              .orElseGet(() -> sign(record, membership, offer, conditions.check(offer), at));
        });
  }

  private Step<Jws> sign(
      SignerState record,
      Membership membership,
      SigningPackageDocument offer,
      ReleaseConditions.Released released,
      long at) {
    SessionShare session =
        new SessionShare(
            offer.decision(),
            membership.roster(),
            released.signingPackage(),
            released.packageHash());
    SessionShare.Finished finished =
        session.finish(
            record.ledger(),
            released.nonce(),
            membership.key(),
            random,
            (share, next) ->
                identity.sign(
                    new ShareDocument(
                            offer.decision(),
                            membership.rosterHash(),
                            membership.self(),
                            released.packageHash(),
                            share,
                            next,
                            at)
                        .toJson()));
    return new Step<>(record.withLedger(finished.ledger()), finished.message());
  }
}
