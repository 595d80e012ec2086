package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.jose.Jws;

/** The messages that a participant has made durable and sent in a ceremony. */
record SentMessages(Identifier self, List<Jws> messages) {
  SentMessages {
    messages = List.copyOf(messages);
  }

  Optional<Jws> ofType(String type) {
    return messages.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** The share made for this session of the proof of possession, if there is one. */
  Optional<Jws> possessionShare(PossessionPackage signed) {
    return messages.stream()
        .filter(jws -> jws.unverified().type().equals(PossessionShare.TYPE))
        .filter(jws -> read(jws).packageHash().equals(signed.hash()))
        .findFirst();
  }

  private static PossessionShare read(Jws own) {
    return own.unverified().read(PossessionShare.TYPE, PossessionShare::read);
  }

  /**
   * Refuses to go on if the board shows a message of ours that is not among these: someone else
   * holds our key, or our store is an old copy. Nothing more is signed in either case.
   *
   * @throws RuleViolation {@link Rule#OWN_MESSAGE_UNKNOWN} if the board shows a message of ours
   *     that is not among these
   */
  void requireAll(AcceptedMessages accepted) {
    for (VerifiedMessage verified : accepted.messages()) {
      if (verified.sender().identifier().equals(self) && !has(verified)) {
        throw new RuleViolation(
            Rule.OWN_MESSAGE_UNKNOWN,
            verified + ": it is signed with our key, but was not made here");
      }
    }
  }

  private boolean has(VerifiedMessage verified) {
    return messages.stream().anyMatch(jws -> jws.unverified().hash().equals(verified.hash()));
  }
}
