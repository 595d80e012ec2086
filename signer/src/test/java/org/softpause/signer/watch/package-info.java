/** Tests of the unattended part. Bob, carol and the others are members of one council. */
@NullMarked
package org.softpause.signer.watch;

import org.jspecify.annotations.NullMarked;
