package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.OfflineMachine;
import org.softpause.signer.world.Outcome;

/** An officer of Kenya who mistypes the name. */
class InitCommandTest {
  private static final String REGISTRATION = "POST /v1/jurisdictions";

  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void aService() throws IOException {
    officers = new Officers(folder, new SeededRandom(31));
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aNameThatWasNotRegisteredCanBeCorrectedWithTheSameKey() {
    officers.service().refuse(REGISTRATION::equals);
    init("Keyna").refused("forbidden");
    SignerState mistyped = officers.kenya().store().read();
    officers.service().refuse(request -> false);
    init("Kenya").done();
    assertThat(officers.kenya().store().read()).isEqualTo(mistyped.withName("Kenya"));
    init("Kenia").refused("store-exists");
  }

  @Test
  void aNameThatWasRegisteredStaysAndTheRefusalSaysWhatToDo() {
    init("Keyna").done();
    assertThat(init("Kenya").refused("store-exists").err())
        .contains("holds the signer of Keyna, which is registered")
        .contains("another folder (--home)");
    assertThat(officers.kenya().store().read().name()).isEqualTo("Keyna");
  }

  @Test
  void aNameIsKeptAsLongAsTheServiceCannotSayWhetherItIsRegistered() {
    officers.service().breakDown(request -> true);
    assertThat(init("Keyna").isUnreachable()).isTrue();
    assertThat(init("Kenya").isUnreachable()).isTrue();
    assertThat(officers.kenya().store().read().name()).isEqualTo("Keyna");
  }

  @Test
  void aNameThatNoMemberMayHaveIsRefusedBeforeAnythingIsCreated() {
    init("K".repeat(101)).refused("plan-invalid");
    init("Ken\tya").refused("plan-invalid");
    init(" ").refused("plan-invalid");
    init("Kenya").done();
  }

  @Test
  void aNameThatMayBeWithTheCarrierIsKeptAndTheRefusalSaysWhatToDo() {
    OfflineMachine kenya = new OfflineMachine(officers, "Kenya");
    kenya.run("init", "--name", "Keyna", "--enrolment-code", "code").done();
    Outcome again = kenya.run("init", "--name", "Kenya", "--enrolment-code", "code");
    assertThat(again.refused("store-exists").err())
        .contains("registration may be on its way")
        .contains("another folder (--home)");
  }

  private Outcome init(String name) {
    return officers.kenya().run("init", "--name", name, "--enrolment-code", "code");
  }
}
