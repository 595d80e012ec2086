package org.softpause.signer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.softpause.protocol.Waiter;
import org.softpause.signer.command.SignerCommand;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.store.Argon2Cost;

/** The program's entry point, which hands it the process's own streams, clock and randomness. */
public final class Signer {
  private Signer() {}

  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    RuntimeEnvironment environment =
        new RuntimeEnvironment(
            console,
            Clock.system(ZoneId.systemDefault()),
            new SecureRandom(),
            Waiter.THREAD,
            Argon2Cost.STANDARD);
    int code = SignerCommand.run(environment, arguments);
    console.out().flush();
    System.exit(code);
  }
}
