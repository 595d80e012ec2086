/**
 * The auditor's command line: options, commands and exit codes. The checks themselves are made in
 * other packages.
 */
@NullMarked
package org.softpause.auditor.cli;

import org.jspecify.annotations.NullMarked;
