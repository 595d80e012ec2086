/** Tests of the durable store. Every write is failed at every step. */
@NullMarked
package org.softpause.signer.store;

import org.jspecify.annotations.NullMarked;
