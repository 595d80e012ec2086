/** Tests of this package. Every boundary is walked. */
@NullMarked
package org.softpause.signer.state;

import org.jspecify.annotations.NullMarked;
