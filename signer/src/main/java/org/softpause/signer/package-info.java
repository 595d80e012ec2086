/**
 * A jurisdiction's command-line program: it shows a decision in plain words and signs nothing that
 * its officer did not approve here. Nothing the service says is believed without a check.
 */
@NullMarked
package org.softpause.signer;

import org.jspecify.annotations.NullMarked;
