/**
 * Tests of the file that saves asking. It is cut at every byte, as a machine that loses power would
 * cut it.
 */
@NullMarked
package org.softpause.auditor.chain;

import org.jspecify.annotations.NullMarked;
