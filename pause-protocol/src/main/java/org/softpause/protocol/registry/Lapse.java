package org.softpause.protocol.registry;

import org.softpause.protocol.AbiEncoder;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/**
 * The time after an operating licence ran out or will run out. A lapse lowers every site that is
 * not exempt until the next Renew (protocol "Registry", operating licence).
 *
 * @param operatingUntil when the licence runs out, U
 * @param liftedAt the anchoring time of the Renew that came after U
 */
public record Lapse(Bytes32 id, RegistryParameters parameters, long operatingUntil, long liftedAt)
    implements CeilingReduction {
  private static final long LONGEST_SECONDS = 63_072_000;

  /** The lapse at the end of a licence. Its id is keccak256(head_0 ‖ uint48 U). */
  public static Lapse of(
      Bytes32 head0, RegistryParameters parameters, long operatingUntil, long liftedAt) {
    Bytes32 id = Keccak256.hash(head0.bytes(), AbiEncoder.packedUint48(operatingUntil));
    return new Lapse(id, parameters, operatingUntil, liftedAt);
  }

  @Override
  public int ceilingBps() {
    return parameters.lapseCeilingBps();
  }

  @Override
  public long startsAt(long leadSeconds) {
    return operatingUntil + leadSeconds;
  }

  @Override
  public long endsAt() {
    return Math.min(operatingUntil + LONGEST_SECONDS, liftedAt);
  }

  @Override
  public long rampSeconds() {
    return parameters.lapseRampSeconds();
  }

  @Override
  public long staggerSeconds() {
    return parameters.lapseStaggerSeconds();
  }

  /** Whether at that time or later any site is below its full ceiling because of this lapse. */
  boolean isFeltAt(long time) {
    return endsAt() > startsAt(parameters.leadSeconds())
        && time < endsAt() + staggerSeconds() + rampSeconds();
  }
}
