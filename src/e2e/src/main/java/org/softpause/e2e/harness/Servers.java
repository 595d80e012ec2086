package org.softpause.e2e.harness;

/** The three servers of a run: database, Ethereum node and authorization service. */
public record Servers(PostgresServer database, EthereumNode ethereum, ServiceProcess service) {}
