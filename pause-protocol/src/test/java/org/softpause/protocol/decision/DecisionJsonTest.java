package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.RandomDecisions;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

class DecisionJsonTest {
  private static final int MAX = 8_192;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static String text(Decision decision) {
    return new String(CanonicalJson.encode(DecisionJson.write(decision)), UTF_8);
  }

  private static Decision read(String json) {
    return StrictJson.read(json.getBytes(UTF_8), MAX, DecisionJson::read);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadBack(long seed) {
    RandomDecisions decisions = new RandomDecisions(seed);
    Pause pause = decisions.pause();
    Lift lift = decisions.lift();
    assertThat(read(text(pause))).isEqualTo(pause);
    assertThat(read(text(lift))).isEqualTo(lift);
    Withdraw withdraw = decisions.withdraw();
    assertThat(read(text(withdraw))).isEqualTo(withdraw);
    Renew renew = decisions.renew();
    assertThat(read(text(renew))).isEqualTo(renew);
    Rotate rotate = decisions.rotate();
    assertThat(read(text(rotate))).isEqualTo(rotate);
  }

  @Test
  void thePagesNamesAreUsed() {
    assertThat(text(new PauseBuilder().build()))
        .isEqualTo(
            "{\"anchorBy\":1800001600,\"ceilingBps\":500,\"drill\":false,"
                + "\"effectiveAt\":1800001000,\"epoch\":0,\"expiresAt\":1800004600,"
                + "\"mandate\":\"STANDING\",\"proposedAt\":1800001000,\"rampSeconds\":10,"
                + "\"reasonHash\":"
                + "\"0xdbf8b7f2755c05dd507ddfacebc22049dc94fcf96243a78333d225c38b428b5b\","
                + "\"scope\":{\"hardwareClasses\":1,\"minPeakPflops\":\"100\","
                + "\"regions\":[250,276]},\"slot\":0,\"staggerSeconds\":3,\"type\":\"Pause\"}");
  }

  @Test
  void whatIsNotKnownIsRefused() {
    String json = text(new PauseBuilder().build());
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> read(json.replace("\"drill\"", "\"owner\":1,\"drill\"")));
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> read(json.replace("\"regions\"", "\"owner\":1,\"regions\"")));
    assertRefused(Rule.MISSING_MEMBER, () -> read(json.replace("\"drill\":false,", "")));
    assertRefused(
        Rule.DUPLICATE_MEMBER, () -> read(json.replace("\"drill\"", "\"slot\":1,\"drill\"")));
    assertRefused(Rule.UNKNOWN_DECISION_TYPE, () -> read(json.replace("\"Pause\"", "\"Stop\"")));
    assertRefused(Rule.UNKNOWN_MANDATE, () -> read(json.replace("STANDING", "SITTING")));
    assertRefused(Rule.WRONG_TYPE, () -> read(json.replace("\"100\"", "100")));
    assertRefused(Rule.WRONG_TYPE, () -> read(json.replace(":500", ":500.0")));
    assertRefused(Rule.OUT_OF_RANGE, () -> read(json.replace("\"slot\":0", "\"slot\":256")));
    assertRefused(Rule.OUT_OF_RANGE, () -> read(json.replace(":500", ":65536")));
  }

  @Test
  void thePagesNamesAreUsedForARenewAndARotate() {
    Renew renew = new Renew(MandateName.STANDING, 1, 1_800_604_800L, 7, 8, Bytes32.ZERO);
    String zero = "\"" + Bytes32.ZERO + "\"";
    assertThat(text(renew))
        .isEqualTo(
            "{\"anchorBy\":8,\"epoch\":1,\"mandate\":\"STANDING\",\"operatingUntil\":1800604800,"
                + "\"proposedAt\":7,\"reasonHash\":"
                + zero
                + ",\"type\":\"Renew\"}");
    Rotate deletion =
        new Rotate(
            MandateName.STANDING, 0, MandateName.EMERGENCY, 3, List.of(), 7, 8, Bytes32.ZERO);
    assertThat(text(deletion))
        .isEqualTo(
            "{\"anchorBy\":8,\"committees\":[],\"epoch\":0,\"mandate\":\"STANDING\","
                + "\"proposedAt\":7,\"reasonHash\":"
                + zero
                + ",\"target\":\"EMERGENCY\",\"targetEpoch\":3,\"type\":\"Rotate\"}");
  }

  @Test
  void aRotateNamesItsCommitteesExactly() {
    CommitteeKey body = TestCommittee.civil("alice's body").key();
    String json =
        text(
            new Rotate(
                MandateName.STANDING,
                0,
                MandateName.STANDING,
                0,
                List.of(body),
                7,
                8,
                Bytes32.ZERO));
    assertThat(((Rotate) read(json)).committees()).containsExactly(body);
    assertRefused(
        Rule.UNKNOWN_MEMBER, () -> read(json.replace("\"civil\"", "\"name\":1,\"civil\"")));
    assertRefused(Rule.MISSING_MEMBER, () -> read(json.replace("\"civil\":true,", "")));
    assertRefused(
        Rule.COMMITTEE_KEY_INVALID,
        () -> read(json.replace(body.y().toString(), Bytes32.ZERO.toString())));
  }
}
