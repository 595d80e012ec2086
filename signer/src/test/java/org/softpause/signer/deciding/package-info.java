/** Tests of ballots. Bob, carol and the others are members of one council. */
@NullMarked
package org.softpause.signer.deciding;

import org.jspecify.annotations.NullMarked;
