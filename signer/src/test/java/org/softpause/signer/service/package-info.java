/** Tests of this package. Every boundary is walked. */
@NullMarked
package org.softpause.signer.service;

import org.jspecify.annotations.NullMarked;
