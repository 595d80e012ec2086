package org.softpause.frost.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.TestGroup;
import org.softpause.frost.VerifyingKey;

/** Noble as it is published and this implementation sign together as RFC 9591 says. */
class NobleSigningTest {
  private static final long SEED = 9591;
  private static final byte[] MESSAGE = "a decision's id".getBytes(StandardCharsets.UTF_8);
  private static final NobleMember NOBLE = new NobleMember();

  private final SeededRandom random = new SeededRandom(SEED);

  @AfterAll
  static void letNobleGo() {
    NOBLE.close();
  }

  @ParameterizedTest
  @CsvSource({"2,2,1", "2,3,3", "3,5,1", "3,5,2", "3,5,5", "10,15,7", "2,255,255"})
  void nobleSignsAsOneOfThemAndEachSideAcceptsWhatTheOtherSays(int t, int n, int seat) {
    TestGroup group = TestGroup.random(t, n, random);
    MixedSigning signing = begin(group, seat);
    SigningPackage signingPackage = signing.signingPackage();
    Map<Identifier, SignatureShare> shares = signing.shares();

    shares.forEach(
        (sender, share) -> {
          Aggregation.verifyShare(sender, share, signingPackage, group.publicKeys());
          assertThat(NOBLE.verifyShare(signingPackage, sender, share)).isTrue();
        });
    Signature ours = Aggregation.aggregate(signingPackage, shares, group.publicKeys());
    VerifyingKey key = group.publicKeys().verifyingKey();
    key.verify(MESSAGE, ours);
    assertThat(NOBLE.aggregate(signingPackage, shares)).isEqualTo(ours);
    assertThat(NOBLE.verify(key, MESSAGE, ours.encode())).isTrue();
  }

  @Test
  void theSameNoncesGiveTheSameShareOnBothSides() {
    for (int round = 0; round < 40; round++) {
      int n = random.nextInt(2, 9);
      int t = random.nextInt(2, n + 1);
      byte[] message = bytes(random.nextInt(200));
      TestGroup group = TestGroup.random(t, n, random);
      Map<Identifier, SigningNonces> nonces = new TreeMap<>();
      Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
      while (commitments.size() < t) {
        Identifier signer = new Identifier(random.nextInt(1, n + 1));
        nonces.put(signer, RoundOne.commit(group.key(signer).signingShare(), random));
        commitments.put(signer, nonces.get(signer).commitments());
      }
      SigningPackage signingPackage = SigningPackage.of(commitments, message);
      nonces.forEach(
          (signer, drawn) -> {
            NOBLE.sit(group.key(signer));
            NOBLE.useNonces(drawn);
            SignatureShare theirs = NOBLE.sign(signingPackage);
            assertThat(RoundTwo.sign(group.key(signer), drawn, signingPackage))
                .as("seed %d", SEED)
                .isEqualTo(theirs);
          });
    }
  }

  @Test
  void bothSidesGiveTheSameVerdictOnDamagedSignatures() {
    TestGroup group = TestGroup.random(2, 3, random);
    VerifyingKey key = group.publicKeys().verifyingKey();
    MixedSigning signing = begin(group, 2);
    byte[] good =
        Aggregation.aggregate(signing.signingPackage(), signing.shares(), group.publicKeys())
            .encode();
    for (int round = 0; round < 200; round++) {
      byte[] bytes = round == 0 ? good : damaged(good);
      assertThat(accepts(key, bytes))
          .as("seed %d, signature %s", SEED, HexFormat.of().formatHex(bytes))
          .isEqualTo(NOBLE.verify(key, MESSAGE, bytes))
          .isEqualTo(round == 0);
    }
  }

  @Test
  void aBadShareIsNamedByBothSides() {
    TestGroup group = TestGroup.random(3, 5, random);
    MixedSigning signing = begin(group, 3);
    SigningPackage signingPackage = signing.signingPackage();
    Map<Identifier, SignatureShare> shares = new TreeMap<>(signing.shares());
    Identifier culprit = new Identifier(2);
    shares.put(culprit, SignatureShare.decode(new byte[32]));

    assertThatThrownBy(() -> Aggregation.aggregate(signingPackage, shares, group.publicKeys()))
        .asInstanceOf(type(InvalidSignatureShares.class))
        .extracting(FrostException::culprits)
        .isEqualTo(Set.of(culprit));
    assertThatThrownBy(() -> NOBLE.aggregate(signingPackage, shares))
        .asInstanceOf(type(Refused.class))
        .extracting(Refused::culprits)
        .isEqualTo(List.of(culprit.value()));
  }

  /** Noble and the first t - 1 others. */
  private MixedSigning begin(TestGroup group, int seat) {
    NOBLE.sit(group.key(seat));
    List<KeyPackage> fellows =
        IntStream.rangeClosed(1, group.publicKeys().minSigners())
            .filter(member -> member != seat)
            .limit(group.publicKeys().minSigners() - 1)
            .mapToObj(group::key)
            .toList();
    return MixedSigning.begin(NOBLE, new Identifier(seat), fellows, MESSAGE, random);
  }

  private static boolean accepts(VerifyingKey key, byte[] signature) {
    try {
      key.verify(MESSAGE, Signature.decode(signature));
      return true;
    } catch (FrostException refused) {
      return false;
    }
  }

  private byte[] damaged(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return changed;
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
