package org.softpause.protocol.event;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.CommitteeRules;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;

/** Decodes the Genesis event and requires that it names the chain it was read from. */
final class GenesisDecoder {
  private static final int WORDS = 12;
  private static final int COMMITTEE_WORDS = 4;

  private GenesisDecoder() {}

  static RegistryEvent decode(Eip712Domain registry, Bytes32 head, byte[] data) {
    return AbiReader.read(data, WORDS, in -> read(in, registry, head));
  }

  private static RegistryEvent read(AbiReader in, Eip712Domain registry, Bytes32 head) {
    long chainId = in.uint(64);
    if (chainId != registry.chainId()) {
      throw new RuleViolation(
          Rule.WRONG_CHAIN, "the event names chain " + Long.toUnsignedString(chainId));
    }
    long deployedAt = in.uint(48);
    long operatingUntil = in.uint(48);
    RegistryParameters parameters = parameters(in);
    Genesis genesis = new Genesis(registry, deployedAt, parameters, committees(in), committees(in));
    return new RegistryEvent.Genesis(head, operatingUntil, genesis);
  }

  private static RegistryParameters parameters(AbiReader in) {
    return new RegistryParameters(
        new Pflops(in.uint(64)),
        in.uint(32),
        in.uint(32),
        in.uint(32),
        (int) in.uint(16),
        in.uint(32),
        in.uint(32));
  }

  static List<CommitteeKey> committees(AbiReader in) {
    return in.array(CommitteeRules.MOST, COMMITTEE_WORDS, GenesisDecoder::committee);
  }

  private static CommitteeKey committee(AbiReader in) {
    return CommitteeKey.of(in.bytes32(), in.bytes32(), in.flag(), in.bytes32());
  }
}
