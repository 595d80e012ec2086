package org.softpause.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.TransportResponse;

class BulletinBoardTest {
  private static final int PAGE = 3;

  private final TestCeremony committee = TestCeremony.threeOfFive(18);
  private final Ceremony complete = committee.complete();
  private final List<String> shown = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final BulletinBoard board =
      new BulletinBoard(
          new ServiceClient(
              request -> page(request.uri().getRawQuery()),
              URI.create("http://service.example"),
              Duration.ofSeconds(20)));

  @BeforeEach
  void theServiceShowsTheFirstMessages() {
    complete.messages().subList(0, 7).forEach(message -> shown.add(message.compact()));
  }

  @Test
  void aCeremonyIsReadPageByPageAndThenOnlyWhatIsNew() {
    assertThat(board.read(complete.id()).messages()).hasSize(7);
    assertThat(asked).containsExactly("0", "3", "6", "7");
    asked.clear();
    complete.messages().stream().skip(7).map(Jws::compact).forEach(shown::add);

    assertThat(board.read(complete.id()).phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(asked.getFirst()).isEqualTo("7");
  }

  @Test
  void aServiceThatHasLostMessagesIsReadFromTheBeginningAgain() {
    board.read(complete.id());
    shown.removeLast();

    assertSplitView();
    assertThat(board.read(complete.id()).messages()).hasSize(6);
  }

  @Test
  void aMessageShownTwiceDoesNotKeepUsAskingForEver() {
    shown.add(shown.getLast());

    assertSplitView();
  }

  @Test
  void anotherCeremonyThanWasAskedForIsRefused() {
    TestCeremony other = TestCeremony.threeOfFive(19);

    assertThatThrownBy(() -> board.read(other.plan().id()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.WRONG_CEREMONY));
  }

  @Test
  void aCeremonyThatIsNotCompleteHasMadeNoCommittee() {
    assertThatThrownBy(() -> board.complete(complete.id()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.WRONG_PHASE));
    complete.messages().stream().skip(7).map(Jws::compact).forEach(shown::add);

    assertThat(board.complete(complete.id()).roster()).isEqualTo(complete.roster());
  }

  private void assertSplitView() {
    assertThatThrownBy(() -> board.read(complete.id()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.SPLIT_VIEW));
  }

  private TransportResponse page(String query) {
    String after = query.substring(query.indexOf('=') + 1);
    asked.add(after);
    int from = Math.min(Integer.parseInt(after), shown.size());
    byte[] page =
        CanonicalJson.encode(
            new ObjectWriter()
                .number("count", shown.size())
                .texts("messages", shown.subList(from, Math.min(from + PAGE, shown.size())))
                .toJson());
    return new TransportResponse(200, page);
  }
}
