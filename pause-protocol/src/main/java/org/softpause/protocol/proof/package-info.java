/**
 * Reads Ethereum: a small JSON-RPC client with hard limits, and the verification of what it
 * fetches, namely RLP, block headers and Merkle-Patricia proofs (EIP-1186).
 */
@NullMarked
package org.softpause.protocol.proof;

import org.jspecify.annotations.NullMarked;
