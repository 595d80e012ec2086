package org.softpause.e2e.world;

/** The three servers everything else talks to. */
public record Servers(PostgresServer database, EthereumNode ethereum, AuthzService service) {}
