/**
 * The adapter to an Ethereum node: JSON-RPC, transactions, and the registry contract's ABI. The
 * only package that knows web3j; its callers see the protocol's types and a few small ones of its
 * own.
 */
@NullMarked
package org.softpause.authz.ethereum;

import org.jspecify.annotations.NullMarked;
