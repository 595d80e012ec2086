/**
 * What must outlive this machine: the identity key and the seeds of the committees. A backup never
 * holds nonces, shares or ballots, so that no restored backup can sign twice.
 */
@NullMarked
package org.softpause.signer.backup;

import org.jspecify.annotations.NullMarked;
