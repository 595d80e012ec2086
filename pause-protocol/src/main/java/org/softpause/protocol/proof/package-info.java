/**
 * What an Ethereum node says, checked as far as bytes can be: RLP, Merkle-Patricia proofs, block
 * headers (EIP-1186). A small JSON-RPC reader with hard limits fetches them.
 */
@NullMarked
package org.softpause.protocol.proof;

import org.jspecify.annotations.NullMarked;
