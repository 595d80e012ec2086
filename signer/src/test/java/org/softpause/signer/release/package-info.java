/** Tests of the release conditions. Bob, carol and the others are members of one council. */
@NullMarked
package org.softpause.signer.release;

import org.jspecify.annotations.NullMarked;
