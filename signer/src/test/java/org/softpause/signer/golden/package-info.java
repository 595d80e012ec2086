/**
 * What a signer stores has one written form, which later versions must still read: recorded here in
 * clear, and sealed as it lies on a disk.
 */
@NullMarked
package org.softpause.signer.golden;

import org.jspecify.annotations.NullMarked;
