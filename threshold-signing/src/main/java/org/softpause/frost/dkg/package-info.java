/**
 * Key generation without a dealer: PedPoP, the protocol of the FROST paper (Komlo and Goldberg,
 * 2020, figure 1) that RFC 9591 appendix C leaves open. {@link org.softpause.frost.dkg.Participant}
 * takes its three steps from one seed, and {@link org.softpause.frost.dkg.RoundOneSet} is what
 * everyone can check. Sealing, signing and transport of the messages are not part of this package.
 */
@NullMarked
package org.softpause.frost.dkg;

import org.jspecify.annotations.NullMarked;
