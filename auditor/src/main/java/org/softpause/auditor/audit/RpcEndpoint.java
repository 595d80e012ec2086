package org.softpause.auditor.audit;

import org.softpause.protocol.proof.RegistryReader;

/** A node of Ethereum under the name by which it will be called out. */
public record RpcEndpoint(String name, RegistryReader node) {}
