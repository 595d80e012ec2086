/**
 * Sends certificates to the registry: an outbox that is filled with the certificate, transactions
 * that are recorded before they leave, and the lease that lets one replica at a time follow the
 * chain and send.
 */
@NullMarked
package org.softpause.authz.anchoring;

import org.jspecify.annotations.NullMarked;
