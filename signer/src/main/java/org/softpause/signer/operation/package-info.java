/**
 * What every operation of a signer works with: its store, its identity, the service, its own node,
 * the time and randomness. A front end makes one {@link
 * org.softpause.signer.operation.SignerContext} and calls the operations of the packages above.
 */
@NullMarked
package org.softpause.signer.operation;

import org.jspecify.annotations.NullMarked;
