package org.softpause.e2e.demo;

import java.time.InstantSource;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.terminal.Terminal;

/** The tools that every step of the demo uses. */
record DemoContext(Terminal terminal, Toolkit toolkit, DataFolder data, InstantSource time) {}
