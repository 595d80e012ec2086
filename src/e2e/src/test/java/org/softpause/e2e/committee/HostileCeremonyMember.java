package org.softpause.e2e.committee;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.CeremonyStep;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import tools.jackson.databind.JsonNode;

/** The honest part of the hostile program, which has to join the committee first. */
final class HostileCeremonyMember {
  private final HostileServiceClient board;
  private final SoftwareIdentity identity;
  private final SecureRandom random;
  private final Seed seed;
  private final List<Jws> sent = new ArrayList<>();
  private @Nullable KeyPackage key;
  private @Nullable SigningNonces nonces;

  HostileCeremonyMember(
      HostileServiceClient board, SoftwareIdentity identity, SecureRandom random) {
    this.board = board;
    this.identity = identity;
    this.random = random;
    this.seed = Seed.generate(random);
  }

  /** The seat in a committee after its ceremony is complete. */
  record Taken(Roster roster, KeyPackage key) {}

  /** Takes one step in the ceremony that names it; returns the seat once that is complete. */
  Optional<Taken> take() {
    Optional<JsonNode> all = board.get("/v1/ceremonies");
    if (all.isEmpty()) {
      return Optional.empty();
    }
    for (JsonNode line : all.get().path("ceremonies")) {
      String path = "/v1/ceremonies/" + line.path("id").asString();
      Optional<Taken> taken = board.get(path + "/messages").flatMap(view -> advance(path, view));
      if (taken.isPresent()) {
        return taken;
      }
    }
    return Optional.empty();
  }

  private Optional<Taken> advance(String path, JsonNode view) {
    List<Jws> messages =
        view.path("messages").valueStream().map(one -> Jws.parse(one.asString())).toList();
    Ceremony seen = Ceremony.replay(messages);
    CeremonyParticipant self = CeremonyParticipant.of(seen.plan(), identity, seed, random);
    CeremonyStep step = self.next(seen, sent);
    if (step instanceof CeremonyStep.Done done && key != null) {
      return Optional.of(new Taken(done.roster(), key));
    }
    message(self, step).ifPresent(message -> board.post(path + "/messages", "message", message));
    return Optional.empty();
  }

  private Optional<Jws> message(CeremonyParticipant self, CeremonyStep step) {
    return switch (step) {
      case CeremonyStep.Send send -> Optional.of(keep(send.message()));
      case CeremonyStep.KeepShare share -> Optional.of(share.confirmOnceDurable(this::keepKey));
      case CeremonyStep.CommitPossession commit ->
          Optional.of(keep(self.possessionCommitment(commit.roster(), commitment())));
      case CeremonyStep.SignPossession sign -> Optional.of(keep(sign(self, sign)));
      default -> Optional.empty();
    };
  }

  private void keepKey(KeyPackage made, Jws confirmation) {
    key = made;
    keep(confirmation);
  }

  private Jws keep(Jws message) {
    if (!sent.contains(message)) {
      sent.add(message);
    }
    return message;
  }

  private NonceCommitment commitment() {
    nonces = RoundOne.commit(made().signingShare(), random);
    return new NonceCommitment(0, nonces.commitments());
  }

  private Jws sign(CeremonyParticipant self, CeremonyStep.SignPossession asked) {
    SigningNonces own = nonces;
    if (own == null) {
      throw new IllegalStateException("asked to sign without a commitment");
    }
    SignatureShare share = RoundTwo.sign(made(), own, asked.possessionPackage().signingPackage());
    return self.possessionShare(asked.possessionPackage(), share, commitment());
  }

  private KeyPackage made() {
    if (key == null) {
      throw new IllegalStateException("there is no key yet");
    }
    return key;
  }
}
