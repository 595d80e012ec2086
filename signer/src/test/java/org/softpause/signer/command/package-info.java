/** Tests of whole commands. Bob, carol and the others are members of one council. */
@NullMarked
package org.softpause.signer.command;

import org.jspecify.annotations.NullMarked;
