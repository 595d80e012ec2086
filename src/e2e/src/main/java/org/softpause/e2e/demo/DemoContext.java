package org.softpause.e2e.demo;

import java.time.InstantSource;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.terminal.Terminal;

/** What every step has at hand. */
record DemoContext(Terminal terminal, Toolkit toolkit, DataFolder data, InstantSource time) {}
