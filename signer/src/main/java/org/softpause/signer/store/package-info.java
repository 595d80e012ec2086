/**
 * The signer's only memory: one encrypted file that is either as it was or as it should be,
 * whatever fails in between. Whoever holds the folder without the passphrase holds nothing.
 */
@NullMarked
package org.softpause.signer.store;

import org.jspecify.annotations.NullMarked;
