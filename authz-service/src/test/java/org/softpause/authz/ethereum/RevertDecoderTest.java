package org.softpause.authz.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.contracts.web3j.PauseRegistry;
import org.web3j.abi.CustomErrorEncoder;

class RevertDecoderTest {
  private static final String SELECTOR =
      CustomErrorEncoder.encode(PauseRegistry.WRONGPAUSE_ERROR).substring(0, 10);

  @Test
  void anErrorOfTheContractIsNamed() {
    assertThat(RevertDecoder.name(SELECTOR + "00".repeat(32), "execution reverted"))
        .isEqualTo(PauseRegistry.WRONGPAUSE_ERROR.getName());
  }

  @Test
  void anUnknownErrorIsShownByItsSelector() {
    assertThat(RevertDecoder.name("0x00000000", "execution reverted"))
        .isEqualTo("reverted with 0x00000000");
  }

  @Test
  void withoutDataTheNodesMessageIsShown() {
    assertThat(RevertDecoder.name(null, "insufficient funds")).isEqualTo("insufficient funds");
    assertThat(RevertDecoder.name("0x", "execution reverted")).isEqualTo("execution reverted");
    assertThat(RevertDecoder.name("0x0000000", "cut short")).isEqualTo("cut short");
    assertThat(RevertDecoder.name(null, "")).isEqualTo("reverted");
  }
}
