/**
 * Keeps what a signer remembers in one encrypted file, which holds either the old content or the
 * new one, whatever fails in between. Whoever takes the folder without the passphrase gets no
 * secret.
 */
@NullMarked
package org.softpause.signer.store;

import org.jspecify.annotations.NullMarked;
