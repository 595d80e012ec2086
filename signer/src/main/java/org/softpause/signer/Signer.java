package org.softpause.signer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.softpause.signer.command.SignerCommand;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.store.Argon2Cost;

/** Entry point: takes the process's own streams, clock and randomness, once. */
public final class Signer {
  private Signer() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    RuntimeEnvironment runtimeEnvironment =
        new RuntimeEnvironment(
            console, Clock.system(ZoneId.systemDefault()), new SecureRandom(), Argon2Cost.STANDARD);
    int code = SignerCommand.run(runtimeEnvironment, arguments);
    console.out().flush();
    System.exit(code);
  }
}
