/**
 * The registry as this signer verified it: the pinned deployment, the log replayed from its first
 * entry, and the chain as the signer's own node has it. The service only carries the bytes.
 */
@NullMarked
package org.softpause.signer.registry;

import org.jspecify.annotations.NullMarked;
