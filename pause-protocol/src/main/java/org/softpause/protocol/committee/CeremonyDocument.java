package org.softpause.protocol.committee;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Payload;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/** Any document that a member signs in a ceremony. */
public sealed interface CeremonyDocument permits CeremonyPlan, MemberMessage, RosterDocument {
  /** The id of the ceremony that it belongs to. */
  Bytes32 ceremony();

  JsonObject toJson();

  /** SHA-256 of the canonical JSON. */
  default Bytes32 hash() {
    return CanonicalJson.hash(toJson());
  }

  /**
   * By its type.
   *
   * @throws RuleViolation {@link Rule#DOCUMENT_TYPE_REFUSED}, or what its codec throws
   */
  static CeremonyDocument read(Payload payload) {
    return switch (payload.type()) {
      case CeremonyPlan.TYPE -> payload.read(CeremonyPlan.TYPE, CeremonyPlan::read);
      case RoundOne.TYPE -> payload.read(RoundOne.TYPE, RoundOne::read);
      case RoundOneConfirmation.TYPE ->
          payload.read(RoundOneConfirmation.TYPE, RoundOneConfirmation::read);
      case RoundTwo.TYPE -> payload.read(RoundTwo.TYPE, RoundTwo::read);
      case CeremonyConfirmation.TYPE ->
          payload.read(CeremonyConfirmation.TYPE, CeremonyConfirmation::read);
      case Complaint.TYPE -> payload.read(Complaint.TYPE, Complaint::read);
      case Roster.TYPE -> new RosterDocument(payload.read(Roster.TYPE, Roster::read));
      case PossessionCommitment.TYPE ->
          payload.read(PossessionCommitment.TYPE, PossessionCommitment::read);
      case PossessionShare.TYPE -> payload.read(PossessionShare.TYPE, PossessionShare::read);
      default ->
          throw new RuleViolation(
              Rule.DOCUMENT_TYPE_REFUSED, "no document of a ceremony: " + payload.type());
    };
  }
}
