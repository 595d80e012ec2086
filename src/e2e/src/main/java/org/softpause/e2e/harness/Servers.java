package org.softpause.e2e.harness;

/** The three servers everything else talks to. */
public record Servers(PostgresServer database, EthereumNode ethereum, ServiceProcess service) {}
