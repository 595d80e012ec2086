package org.softpause.authz.anchoring;

import org.softpause.protocol.Address;

/** An account that pays for transactions on one chain; its nonces are counted on their own. */
record SenderAccount(long chainId, Address address) {}
