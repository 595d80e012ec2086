/** Tests of the local policy, limit by limit. */
@NullMarked
package org.softpause.signer.policy;

import org.jspecify.annotations.NullMarked;
