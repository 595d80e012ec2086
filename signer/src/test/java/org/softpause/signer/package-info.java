/** Tests of the signer as a whole. The chain and the service are real HTTP servers in the test. */
@NullMarked
package org.softpause.signer;

import org.jspecify.annotations.NullMarked;
