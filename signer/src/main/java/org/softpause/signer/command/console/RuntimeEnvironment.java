package org.softpause.signer.command.console;

import java.security.SecureRandom;
import java.time.Clock;
import org.softpause.protocol.Waiter;
import org.softpause.signer.store.Argon2Cost;

/**
 * What a run of the program gets from outside: its console, the time with the reader's zone,
 * randomness, a way to wait, and the cost of one guess at a new store's passphrase.
 */
public record RuntimeEnvironment(
    Console console, Clock clock, SecureRandom random, Waiter waiter, Argon2Cost cost) {}
