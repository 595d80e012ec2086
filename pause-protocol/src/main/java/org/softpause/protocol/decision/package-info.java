/**
 * What a committee decides, as EIP-712 structs with their ids and their JSON (protocol
 * "Decisions"). The signed documents that lead to a decision, from the proposal to the signature
 * shares, are here too.
 */
@NullMarked
package org.softpause.protocol.decision;

import org.jspecify.annotations.NullMarked;
