package org.softpause.signer.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.StrictJson;

/** How a command ended and what it printed. */
public record Outcome(int code, String out, String err) {
  private static final int REFUSED = 1;
  private static final int UNREACHABLE = 3;

  /** This outcome, once it is sure that the command did what it was asked. */
  public Outcome done() {
    assertThat(code).as(err).isZero();
    return this;
  }

  /** This outcome, once it is sure that the command was refused by that rule. */
  public Outcome refused(String rule) {
    assertThat(err).startsWith("refused: " + rule + ": ");
    assertThat(code).isEqualTo(REFUSED);
    return this;
  }

  /** Whether the command lacks an answer of the service or of a node. */
  public boolean isUnreachable() {
    return code == UNREACHABLE;
  }

  /** A text of the JSON answer of a command that has succeeded. */
  public String text(String name) {
    JsonObject json =
        (JsonObject) StrictJson.parse(done().out().getBytes(StandardCharsets.UTF_8), 1 << 20);
    return ((JsonString) Objects.requireNonNull(json.members().get(name))).value();
  }

  /** The id of the decision or of the ceremony that the command has proposed. */
  public Bytes32 id() {
    return Bytes32.parse(text("id"));
  }
}
