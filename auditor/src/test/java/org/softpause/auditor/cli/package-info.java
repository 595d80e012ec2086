/**
 * Tests of the commands against real registries on a node of their own, with lying proxies in
 * between.
 */
@NullMarked
package org.softpause.auditor.cli;

import org.jspecify.annotations.NullMarked;
