/**
 * Sends certificates to the registry: an outbox that is filled with the certificate, nonces that
 * have an owner until they are consumed, transactions that are recorded before they leave, and the
 * leases that let one replica at a time follow the chain and one send.
 */
@NullMarked
package org.softpause.authz.anchoring;

import org.jspecify.annotations.NullMarked;
