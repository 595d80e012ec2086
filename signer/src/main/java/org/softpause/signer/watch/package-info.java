/**
 * The unattended part of a signer: it sees ceremonies through and releases shares for decisions
 * that were approved here. It goes on while the service is away.
 */
@NullMarked
package org.softpause.signer.watch;

import org.jspecify.annotations.NullMarked;
