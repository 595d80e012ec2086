package org.softpause.signer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;

/** A state of as many bytes as a store may have, and of one more. */
class StateLengthTest {
  private static final SecureRandom RANDOM = new SeededRandom(12);
  private static final SoftwareIdentity ALICE = SoftwareIdentity.generate(RANDOM);

  @Test
  void whatCouldNotBeReadAgainIsNotWritten(@TempDir Path folder) {
    SignerStore store = Fixtures.store(folder.resolve("home"), new PosixDisk(), ALICE, RANDOM);
    int room = SignerState.MAX_LENGTH - store.change(with("")).encode().length;

    assertThatThrownBy(() -> store.change(with("x".repeat(room + 1))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nothing was changed");

    store.change(with("x".repeat(room)));
    SignerStore next = Fixtures.reopen(folder.resolve("home"), new PosixDisk(), RANDOM);
    assertThat(next.read().encode()).hasSize(SignerState.MAX_LENGTH);
  }

  private static UnaryOperator<SignerState> with(String text) {
    return state -> state.withDeployment(new ObjectWriter().text("x", text).toJson());
  }
}
