package org.softpause.auditor.audit;

import org.softpause.protocol.proof.RegistryReader;

/** An Ethereum node, with the name that findings and reports use for it. */
public record RpcEndpoint(String name, RegistryReader node) {}
