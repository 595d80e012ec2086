/** Tests of the checkpoint file. It is cut at every byte, as a loss of power may cut it. */
@NullMarked
package org.softpause.auditor.chain;

import org.jspecify.annotations.NullMarked;
