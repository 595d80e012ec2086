package org.softpause.protocol.ceiling;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.crypto.Hash;

/**
 * The symbols of the protocol's formulas for one pause or lapse; {@code start} is s without offset.
 */
record Terms(
    Bytes32 id,
    int ceilingBps,
    BigInteger start,
    BigInteger expiresAt,
    BigInteger liftedAt,
    BigInteger ramp,
    BigInteger stagger) {

  static Terms of(RegistryParameters parameters, AnchoredPause entry) {
    Pause pause = entry.pause();
    BigInteger earliest = big(entry.anchoredAt()).add(big(parameters.leadSeconds()));
    return new Terms(
        entry.id(),
        pause.ceilingBps(),
        big(pause.effectiveAt()).max(earliest),
        big(pause.expiresAt()),
        big(entry.liftedAt()),
        big(pause.rampSeconds()),
        big(pause.staggerSeconds()));
  }

  static Terms of(RegistryParameters parameters, Bytes32 head0, LicenceHistory.Missed missed) {
    BigInteger until = big(missed.operatingUntil());
    byte[] packed =
        ByteBuffer.allocate(40).put(head0.bytes()).putLong(missed.operatingUntil() << 16).array();
    return new Terms(
        Bytes32.of(Hash.sha3(Arrays.copyOf(packed, 38))),
        parameters.lapseCeilingBps(),
        until.add(big(parameters.leadSeconds())),
        until.add(big(63_072_000)),
        big(missed.liftedAt()),
        big(parameters.lapseRampSeconds()),
        big(parameters.lapseStaggerSeconds()));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
