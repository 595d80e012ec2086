/** Tests of this package. Every boundary is walked. */
@NullMarked
package org.softpause.signer.words;

import org.jspecify.annotations.NullMarked;
