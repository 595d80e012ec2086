/**
 * The registry as this signer checked it: the pinned deployment, the log replayed from its first
 * entry, and the chain by the signer's own node. The service only carries the bytes.
 */
@NullMarked
package org.softpause.signer.registry;

import org.jspecify.annotations.NullMarked;
