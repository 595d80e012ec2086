/**
 * Refresh and resharing: any t old members turn the group's secret into new shares. The secret
 * never exists anywhere, and the group key stays the same (Desmedt and Jajodia, 1997, with
 * Feldman's commitments and the proofs and seeds of {@link org.softpause.frost.dkg}). {@link
 * org.softpause.frost.reshare.OldMember} deals, {@link org.softpause.frost.reshare.NewMember} adds
 * up, and {@link org.softpause.frost.reshare.Contributions} is what everyone can check.
 *
 * <p>What it cannot do: old shares stay valid among themselves, so t leavers who kept theirs can
 * still sign. Only a new key revokes.
 */
@NullMarked
package org.softpause.frost.reshare;

import org.jspecify.annotations.NullMarked;
