/**
 * Casting of ballots: an approval is on disk, with its commitment, before it is sent. A rejection
 * burns what an approval left outstanding.
 */
@NullMarked
package org.softpause.signer.deciding;

import org.jspecify.annotations.NullMarked;
