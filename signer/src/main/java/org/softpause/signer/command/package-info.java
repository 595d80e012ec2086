/**
 * The command line, with picocli: each command reads its options, calls one operation of the
 * packages below, and prints its report; exit codes are stable, so that scripts can rely on them.
 */
@NullMarked
package org.softpause.signer.command;

import org.jspecify.annotations.NullMarked;
