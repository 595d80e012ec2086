/**
 * What the tests speak with: officers at their command lines, their registry, and stand-ins for the
 * service and for an Ethereum node, both of them real HTTP servers. A test that needs no command
 * line speaks of members of a committee instead.
 */
@NullMarked
package org.softpause.signer.world;

import org.jspecify.annotations.NullMarked;
