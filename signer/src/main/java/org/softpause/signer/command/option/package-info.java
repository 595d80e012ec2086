/** Options of the command line, read into the values that they stand for. */
@NullMarked
package org.softpause.signer.command.option;

import org.jspecify.annotations.NullMarked;
