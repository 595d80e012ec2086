package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.softpause.frost.Identifier;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.jose.Jws;

/**
 * The accepted messages of a ceremony in order of arrival. A member has one of each kind, but a
 * share of the proof of possession for each session that asked it.
 */
record AcceptedMessages(List<VerifiedMessage> messages) {
  static final AcceptedMessages EMPTY = new AcceptedMessages(List.of());

  AcceptedMessages {
    messages = List.copyOf(messages);
  }

  AcceptedMessages with(VerifiedMessage verified) {
    return new AcceptedMessages(Stream.concat(messages.stream(), Stream.of(verified)).toList());
  }

  /** The accepted message of the same kind by the same member, if there is one. */
  Optional<VerifiedMessage> counterpart(VerifiedMessage verified) {
    return messages.stream().filter(verified::isSameKind).findFirst();
  }

  /** All accepted messages of a kind, by sender. */
  <T extends CeremonyDocument> SortedMap<Identifier, T> all(Class<T> kind) {
    SortedMap<Identifier, T> found = new TreeMap<>();
    messages.stream()
        .filter(verified -> kind.isInstance(verified.document()))
        .forEach(
            verified -> found.put(verified.sender().identifier(), kind.cast(verified.document())));
    return found;
  }

  List<Jws> jws() {
    return messages.stream().map(VerifiedMessage::jws).toList();
  }
}
