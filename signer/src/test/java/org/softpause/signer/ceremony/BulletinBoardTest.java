package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

class BulletinBoardTest {
  private static final int PAGE = 3;

  private final TestCeremony committee = TestCeremony.threeOfFive(18);
  private final Ceremony complete = committee.complete();
  private final List<String> shown = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private TestHttpServer service;
  private BulletinBoard board;

  @BeforeEach
  void open() throws IOException {
    service = new TestHttpServer((method, path, body) -> page(path));
    board = new BulletinBoard(new ServiceClient(service.address(), HttpClient.newHttpClient()));
    complete.messages().subList(0, 7).forEach(message -> shown.add(message.compact()));
  }

  @AfterEach
  void close() {
    service.close();
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

  private void assertSplitView() {
    assertThatThrownBy(() -> board.read(complete.id()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.SPLIT_VIEW));
  }

  private Answer page(String path) {
    String after = path.substring(path.indexOf('=') + 1);
    asked.add(after);
    int from = Math.min(Integer.parseInt(after), shown.size());
    return Answer.of(
        new ObjectWriter()
            .number("count", shown.size())
            .texts("messages", shown.subList(from, Math.min(from + PAGE, shown.size())))
            .toJson());
  }
}
