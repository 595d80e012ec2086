package org.softpause.frost.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningShare;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.frost.repair.Helper;
import org.softpause.frost.repair.Repair;

/**
 * Recorded encodings. Those of signing are the first participant's in RFC 9591 appendix E.5; those
 * of key generation are alice's, in a ceremony of three that derives from the seeds 00…, 01…, 02…
 * of 32 equal bytes, and were worked out a second time by a program in another language.
 */
class GoldenEncodingsTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);

  private final CeremonyParameters ceremony =
      new CeremonyParameters(CeremonyId.decode(Encoding.CEREMONY_ID.golden()), 2, 3);

  @ParameterizedTest
  @EnumSource
  void aRecordedEncodingComesBackAsItWas(Encoding encoding) {
    assertThat(encoding.again(encoding.golden())).isEqualTo(encoding.golden());
  }

  @ParameterizedTest
  @EnumSource
  void noOtherLengthAndNoFlippedBitGivesTheSameBytesAgain(Encoding encoding) {
    byte[] golden = encoding.golden();
    for (int length = 0; length < golden.length + 34; length++) {
      encoding.requireCanonicalOrRefused(Arrays.copyOf(golden, length));
    }
    for (int bit = 0; bit < golden.length * Byte.SIZE; bit++) {
      byte[] flipped = golden.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      encoding.requireCanonicalOrRefused(flipped);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingAtAllAndAByteMoreAreRefused(Encoding encoding) {
    assertThatThrownBy(() -> encoding.again(new byte[0])).isInstanceOf(MalformedEncoding.class);
    byte[] longer = Arrays.copyOf(encoding.golden(), encoding.golden().length + 1);
    assertThatThrownBy(() -> encoding.again(longer)).isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void theRecordedValuesOfSigningBelongTogether() {
    assertThat(SigningShare.fromSecretBytes(Encoding.SIGNING_SHARE.golden()).verifyingShare())
        .isEqualTo(VerifyingShare.decode(Encoding.VERIFYING_SHARE.golden()));
    assertThat(
            SigningNonces.fromSecretBytes(Encoding.SIGNING_NONCES.golden()).commitments().encode())
        .isEqualTo(Encoding.SIGNING_COMMITMENTS.golden());
    assertThat(SignatureShare.decode(Encoding.SIGNATURE_SHARE.golden()))
        .hasToString(HexFormat.of().formatHex(Encoding.SIGNATURE_SHARE.golden()));
    VerifyingKey.decode(Encoding.VERIFYING_KEY.golden())
        .verify(new byte[] {'t', 'e', 's', 't'}, Signature.decode(Encoding.SIGNATURE.golden()));
  }

  @Test
  void theRecordedCeremonyStillDerivesFromItsSeeds() {
    RoundOnePackage alices = participant(ALICE).roundOne();
    assertThat(alices.encode()).isEqualTo(Encoding.ROUND_ONE_PACKAGE.golden());
    assertThat(alices.commitment().encode()).isEqualTo(Encoding.POLYNOMIAL_COMMITMENT.golden());
    assertThat(alices.proof().encode()).isEqualTo(Encoding.PROOF_OF_POSSESSION.golden());
    assertThat(seed(ALICE)).isEqualTo(Seed.fromSecretBytes(Encoding.SEED.golden()));
    assertThat(dealt(set(), ALICE, BOB).exposeSecretBytes())
        .isEqualTo(Encoding.SECRET_SHARE.golden());
  }

  @Test
  void aRecordedSplitStillDerivesFromItsSeed() {
    KeyPackage own = finish(ALICE);
    Repair repair =
        new Repair(ceremony.id(), own.publicKeys(), CAROL, new TreeSet<>(List.of(ALICE, BOB)));
    assertThat(Helper.of(repair, own, seed(ALICE)).commitment().encode())
        .isEqualTo(Encoding.SPLIT_COMMITMENT.golden());
  }

  private static Seed seed(Identifier member) {
    byte[] bytes = new byte[Seed.LENGTH];
    Arrays.fill(bytes, (byte) (member.value() - 1));
    return Seed.fromSecretBytes(bytes);
  }

  private Participant participant(Identifier member) {
    return Participant.of(ceremony, member, seed(member));
  }

  private RoundOneSet set() {
    Map<Identifier, RoundOnePackage> sent = new TreeMap<>();
    ceremony.members().forEach(member -> sent.put(member, participant(member).roundOne()));
    return RoundOneSet.verify(ceremony, sent);
  }

  private SecretShare dealt(RoundOneSet set, Identifier dealer, Identifier receiver) {
    return Optional.ofNullable(participant(dealer).roundTwo(set).get(receiver)).orElseThrow();
  }

  private KeyPackage finish(Identifier member) {
    RoundOneSet set = set();
    Map<Identifier, SecretShare> received = new TreeMap<>();
    IntStream.rangeClosed(1, ceremony.maxSigners())
        .mapToObj(Identifier::new)
        .filter(dealer -> !dealer.equals(member))
        .forEach(dealer -> received.put(dealer, dealt(set, dealer, member)));
    return participant(member).finish(set, received);
  }
}
