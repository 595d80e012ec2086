package org.softpause.e2e.demo;

import java.time.InstantSource;
import org.softpause.e2e.terminal.Terminal;
import org.softpause.e2e.world.Workshop;

/** What every step has at hand. */
record Scene(Terminal terminal, Workshop workshop, DataFolder data, InstantSource time) {}
