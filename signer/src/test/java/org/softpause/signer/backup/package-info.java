/** Tests of the backup's file. */
@NullMarked
package org.softpause.signer.backup;

import org.jspecify.annotations.NullMarked;
