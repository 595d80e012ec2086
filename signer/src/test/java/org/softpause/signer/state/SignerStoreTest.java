package org.softpause.signer.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;

class SignerStoreTest {
  private static final SecureRandom RANDOM = new SeededRandom(44);

  @TempDir Path folder;
  private SignerStore store;

  @BeforeEach
  void aNewStore() {
    SoftwareIdentity alice = SoftwareIdentity.generate(RANDOM);
    store = Fixtures.store(folder.resolve("home"), new PosixDisk(), alice, RANDOM);
  }

  @Test
  void aChangeIsReturnedAsItIsStored() {
    SignerState changed = store.change(state -> state.withName("bob"));
    assertThat(changed.name()).isEqualTo("bob");
    assertThat(store.read()).isEqualTo(changed);
    assertThat(reopened().read()).isEqualTo(changed);
  }

  @Test
  void whatAnotherCommandHasChangedIsRead() {
    assertThat(store.read().name()).isEqualTo("alice");
    SignerStore other = reopened();
    other.change(state -> state.withName("bob"));
    assertThat(store.read().name()).isEqualTo("bob");
  }

  @Test
  void aLogThatWasKeptIsThereForTheNextCommand() {
    assertThat(store.log()).isEmpty();
    store.keepLog(new byte[] {1, 2});
    assertThat(store.log()).hasValue(new byte[] {1, 2});
    assertThat(reopened().log()).hasValue(new byte[] {1, 2});
  }

  private SignerStore reopened() {
    return Fixtures.reopen(folder.resolve("home"), new PosixDisk(), RANDOM);
  }
}
