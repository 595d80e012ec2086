/**
 * The command line: options in, one report out, and exit codes that a script can rely on. Whatever
 * a command decides, it decides in the packages below this one.
 */
@NullMarked
package org.softpause.signer.command;

import org.jspecify.annotations.NullMarked;
