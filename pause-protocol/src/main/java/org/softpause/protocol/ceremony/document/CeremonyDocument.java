package org.softpause.protocol.ceremony.document;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.JwsPayload;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/** Any document that a member signs in a ceremony. */
public sealed interface CeremonyDocument permits CeremonyOpening, MemberMessage, RosterDocument {
  /** The id of the ceremony to which this document belongs. */
  Bytes32 ceremony();

  JsonObject toJson();

  /** SHA-256 of the canonical JSON. */
  default Bytes32 hash() {
    return CanonicalJson.hash(toJson());
  }

  /**
   * Reads a document by its type.
   *
   * @throws RuleViolation {@link Rule#DOCUMENT_TYPE_REFUSED}, or what its codec throws
   */
  static CeremonyDocument read(JwsPayload payload) {
    return switch (payload.type()) {
      case CeremonyPlan.TYPE -> payload.read(CeremonyPlan.TYPE, CeremonyPlan::read);
      case RoundOneMessage.TYPE -> payload.read(RoundOneMessage.TYPE, RoundOneMessage::read);
      case RoundOneConfirmation.TYPE ->
          payload.read(RoundOneConfirmation.TYPE, RoundOneConfirmation::read);
      case RoundTwoMessage.TYPE -> payload.read(RoundTwoMessage.TYPE, RoundTwoMessage::read);
      case CeremonyConfirmation.TYPE ->
          payload.read(CeremonyConfirmation.TYPE, CeremonyConfirmation::read);
      case Complaint.TYPE -> payload.read(Complaint.TYPE, Complaint::read);
      case Roster.TYPE -> new RosterDocument(payload.read(Roster.TYPE, Roster::read));
      case PossessionCommitment.TYPE ->
          payload.read(PossessionCommitment.TYPE, PossessionCommitment::read);
      case PossessionShare.TYPE -> payload.read(PossessionShare.TYPE, PossessionShare::read);
      case RepairRequest.TYPE -> payload.read(RepairRequest.TYPE, RepairRequest::read);
      case RepairConsent.TYPE -> payload.read(RepairConsent.TYPE, RepairConsent::read);
      case RepairParts.TYPE -> payload.read(RepairParts.TYPE, RepairParts::read);
      case RepairSum.TYPE -> payload.read(RepairSum.TYPE, RepairSum::read);
      case RepairCompletion.TYPE -> payload.read(RepairCompletion.TYPE, RepairCompletion::read);
      default ->
          throw new RuleViolation(
              Rule.DOCUMENT_TYPE_REFUSED, "a ceremony has no document of type " + payload.type());
    };
  }
}
