/** Tests of the decoder, with web3j's encoders as the oracle. They run over seeded decisions. */
@NullMarked
package org.softpause.auditor.abi;

import org.jspecify.annotations.NullMarked;
