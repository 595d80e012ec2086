package org.softpause.authz.committee;

import org.softpause.protocol.registry.Deployment;

/**
 * From now on the service serves this registry; published within the transaction that records it.
 */
public record RegistryAdopted(Deployment deployment) {}
