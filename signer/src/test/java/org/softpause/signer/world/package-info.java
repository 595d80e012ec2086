/**
 * A small world for tests: a bulletin board and an Ethereum node, both real HTTP servers. Bob,
 * carol and the others are members of one council.
 */
@NullMarked
package org.softpause.signer.world;

import org.jspecify.annotations.NullMarked;
