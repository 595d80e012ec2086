package org.softpause.authz.committee;

import org.softpause.protocol.registry.Deployment;

/** The service has adopted this registry; published within the transaction that records it. */
public record RegistryAdopted(Deployment deployment) {}
