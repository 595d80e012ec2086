package org.softpause.signer.world;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Disk;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreDirectory;

/** Small parts that many tests need. */
public final class Fixtures {
  public static final long NOW = 1_800_000_000L;
  public static final BallotCaster.Times TIMES = new BallotCaster.Times(NOW, NOW);
  public static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  public static final Eip712Domain DOMAIN =
      new Eip712Domain(31_337, Address.parse("0x00000000000000000000000000000000000000aa"));

  private Fixtures() {}

  /** A pause for a slot that anybody could approve at {@link #NOW}. */
  public static Pause pause(int slot, int ceilingBps, long proposedAt) {
    return new Pause(
        MandateName.STANDING,
        0,
        new Slot(slot),
        ceilingBps,
        proposedAt,
        proposedAt + 3600,
        10,
        3,
        new Scope(List.of(250, 276), 1, Pflops.of(1000)),
        false,
        proposedAt,
        proposedAt + 86_400,
        hash("reasons"));
  }

  public static BallotCaster.Subject subject(Pause pause) {
    return new BallotCaster.Subject(pause.id(DOMAIN), pause);
  }

  /** A seat after its ceremony, with a share and a seed of zeros. */
  public static CeremonySeat seat(
      Roster roster,
      KeyPackage key,
      Optional<Bytes32> succeeds,
      Bytes32 registered,
      SeatStatus status) {
    SecretBytes seed = SecretBytes.copyOf(new byte[CeremonySeat.SEED_LENGTH]);
    SecretBytes share = SecretBytes.copyOf(key.signingShare().exposeSecretBytes());
    return CeremonySeat.taken(roster.ceremony(), key.identifier(), seed, succeeds)
        .withSigningShare(share)
        .completed(roster, registered, status);
  }

  public static Bytes32 hash(String text) {
    return Sha256.hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A new store in that folder. */
  public static SignerStore store(
      Path folder, Disk disk, SoftwareIdentity identity, SecureRandom random) {
    SignerState fresh =
        SignerState.fresh(
            "alice", new IdentityKey.Software(SecretBytes.copyOf(identity.secretBytes())));
    return SignerStore.create(
        StoreDirectory.create(folder), disk, passphrase(), CHEAP, random, fresh);
  }

  /** The store in that folder, as the next process opens it. */
  public static SignerStore reopen(Path folder, Disk disk, SecureRandom random) {
    return SignerStore.open(StoreDirectory.open(folder), disk, passphrase(), random);
  }

  private static Passphrase passphrase() {
    return Passphrase.of("correct horse".toCharArray());
  }
}
