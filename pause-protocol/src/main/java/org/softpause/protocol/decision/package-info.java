/**
 * Decisions as EIP-712 structs, with their ids and their JSON (protocol "What can be decided"), and
 * the signed documents that lead from a proposal to a group signature.
 */
@NullMarked
package org.softpause.protocol.decision;

import org.jspecify.annotations.NullMarked;
