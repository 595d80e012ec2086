/** Tests of the file that crosses the air gap. */
@NullMarked
package org.softpause.signer.airgap;

import org.jspecify.annotations.NullMarked;
