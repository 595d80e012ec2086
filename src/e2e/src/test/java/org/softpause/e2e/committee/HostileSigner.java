package org.softpause.e2e.committee;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The program of a hostile member. It takes part in the key ceremony like any other member; then it
 * approves every open decision and answers every signing package with a random share that it signs
 * with its own key.
 */
final class HostileSigner {
  private static final Duration POLL = Duration.ofMillis(200);

  private HostileSigner() {}

  /** Arguments: name, service, enrolment code, file for its share of the key. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments[0];
    HostileServiceClient board = HostileServiceClient.at(URI.create(arguments[1]));
    SecureRandom random = new SecureRandom();
    SoftwareIdentity identity = SoftwareIdentity.generate(random);
    Clock clock = Clock.systemUTC();
    register(board, identity, name, arguments[2], clock);
    HostileCeremonyMember seat = new HostileCeremonyMember(board, identity, random);
    Optional<HostileCeremonyMember.Taken> taken = seat.take();
    while (taken.isEmpty()) {
      LockSupport.parkNanos(POLL.toNanos());
      taken = seat.take();
    }
    Files.write(Path.of(arguments[3]), taken.get().key().signingShare().exposeSecretBytes());
    HostileVotes votes = new HostileVotes(board, identity, taken.get(), random, clock, System.out);
    while (true) {
      votes.cast();
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private static void register(
      HostileServiceClient board,
      SoftwareIdentity identity,
      String name,
      String code,
      Clock clock) {
    Jws registration =
        identity.sign(
            new ObjectWriter()
                .text("type", "softpause-registration-v1")
                .text("name", name)
                .text("code", code)
                .json("jwk", identity.publicIdentity().toJson())
                .number("at", clock.instant().getEpochSecond())
                .toJson());
    if (board.post("/v1/jurisdictions", "registration", registration) != 201) {
      throw new IllegalStateException("the service did not enrol " + name);
    }
  }
}
