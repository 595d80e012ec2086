/** The terminal: where lines go, where answers come from, and how an officer confirms a page. */
@NullMarked
package org.softpause.signer.command.console;

import org.jspecify.annotations.NullMarked;
