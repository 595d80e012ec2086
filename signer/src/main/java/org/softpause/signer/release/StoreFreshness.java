package org.softpause.signer.release;

import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.PossessionCommitment;
import org.softpause.protocol.ceremony.document.RepairCompletion;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.JwsPayload;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;

/**
 * Detects that this signer's folder is an old copy. The service keeps each member's signed document
 * with the highest commitment number that it ever received; so it can hide a number, but not invent
 * one.
 */
public final class StoreFreshness {
  /** Lines of one committee, each with a member's newest document. */
  private static final int MAX_LINES = 1_000;

  private final ServiceClient service;
  private final PublicIdentity own;

  public StoreFreshness(ServiceClient service, PublicIdentity own) {
    this.service = service;
    this.own = own;
  }

  /** The highest number of this signer that the service can prove, 0 if it proves none. */
  public long provenNumber(Membership membership) {
    return service
        .find("/v1/committees/" + membership.rosterHash() + "/commitments")
        .map(view -> highest(view, membership))
        .orElse(0L);
  }

  /**
   * Stops a signer whose folder is an old copy. The ledger is read after the service has answered:
   * a commitment is stored before it is sent, so the folder knows by then whatever the service can
   * prove, even what another command of this signer sent meanwhile.
   *
   * @param ledger reads the folder's ledger
   * @throws RuleViolation SIGNER_BEHIND
   */
  public void requireNotBehind(Supplier<NonceLedger> ledger, Membership membership) {
    long proven = provenNumber(membership);
    requireKnown(ledger.get(), proven);
  }

  static void requireKnown(NonceLedger ledger, long number) {
    if (number > ledger.highestNumber()) {
      throw new RuleViolation(
          Rule.SIGNER_BEHIND,
          "this signer's key has signed commitment %d, and this folder knows none after %d: it is an"
                  .formatted(number, ledger.highestNumber())
              + " old copy, from a backup or a snapshot. Sign nothing with it. Go on with the newer"
              + " folder; if it is lost, run recover in a new one, which makes fresh nonces");
    }
  }

  private long highest(LenientObject view, Membership membership) {
    return view.objects("commitments", MAX_LINES).stream()
        .filter(line -> line.number("identifier", 255) == membership.self().value())
        .map(line -> line.text("document", Jws.MAX_LENGTH))
        .mapToLong(document -> proven(document).orElse(0L))
        .max()
        .orElse(0);
  }

  /** A document that does not verify as our own proves nothing and is ignored. */
  private Optional<Long> proven(String document) {
    try {
      return number(Jws.parse(document).verify(own));
    } catch (RuleViolation notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(JwsPayload payload) {
    return switch (payload.type()) {
      case Ballot.TYPE ->
          ObjectReader.read(payload.document(), Ballot::read).choice()
                  instanceof Ballot.Approve approve
              ? Optional.of(approve.commitment().number())
              : Optional.empty();
      case ShareDocument.TYPE ->
          Optional.of(ObjectReader.read(payload.document(), ShareDocument::read).next().number());
      case RepairCompletion.TYPE ->
          Optional.of(ObjectReader.read(payload.document(), RepairCompletion::read).number());
      case PossessionCommitment.TYPE ->
          payload.document().members().get("number") instanceof JsonInteger number
              ? Optional.of(number.value())
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
