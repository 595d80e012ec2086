/**
 * Key generation without a dealer: PedPoP, the protocol of the FROST paper (Komlo and Goldberg,
 * 2020, figure 1) that RFC 9591 appendix C leaves open. {@link org.softpause.frost.dkg.Participant}
 * takes its three steps from one seed, {@link org.softpause.frost.dkg.RoundOneSet} is what everyone
 * can check of it; sealing, signing and carrying the messages is done elsewhere.
 */
@NullMarked
package org.softpause.frost.dkg;

import org.jspecify.annotations.NullMarked;
