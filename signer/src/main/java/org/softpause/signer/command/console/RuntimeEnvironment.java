package org.softpause.signer.command.console;

import java.security.SecureRandom;
import java.time.Clock;
import org.softpause.signer.store.Argon2Cost;

/**
 * What the outside world gives a run: its console, the time (with the reader's zone), randomness,
 * and what a guess at a new store's passphrase shall cost.
 */
public record RuntimeEnvironment(
    Console console, Clock clock, SecureRandom random, Argon2Cost cost) {}
