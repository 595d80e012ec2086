package org.softpause.signer.operation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which signer an operation is for, and whom it may reach.
 *
 * @param folder the folder of its encrypted store
 * @param service the authorization service's address
 * @param rpc the address of the signer's own Ethereum node
 * @param airGapped whether this machine has no network, so that requests are carried in files
 */
public record SignerSettings(
    Path folder, Optional<URI> service, Optional<URI> rpc, boolean airGapped) {}
