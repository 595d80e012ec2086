/** Tests of ballots. Bob, carol and the others are members of one council. */
@NullMarked
package org.softpause.signer.ballot;

import org.jspecify.annotations.NullMarked;
