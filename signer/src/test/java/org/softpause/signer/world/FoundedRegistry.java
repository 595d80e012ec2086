package org.softpause.signer.world;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.PossessionProof;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;

/** The registry of a committee, which the service announces and an Ethereum node confirms. */
public final class FoundedRegistry implements AutoCloseable {
  public static final Address ADDRESS = Address.parse("0x00000000000000000000000000000000000000aa");
  static final RegistryParameters UNLICENSED =
      new RegistryParameters(Pflops.of(100), 5, 5, 0, 10_000, 5, 0);
  private static final int CHAIN_ID = 31_337;
  private static final int BLOCK = 7;

  private final TestService service;
  private final Deployment deployment;
  private final TestNode node;
  private final long now;

  /** Deploys the registry that the service's only committee founds. */
  FoundedRegistry(TestService service, RegistryParameters parameters, Instant now)
      throws IOException {
    this.service = service;
    this.now = now.getEpochSecond();
    this.deployment = deployment(service.onlyCeremony(), parameters, this.now - 60);
    this.node = new TestNode(deployment, this.now);
    service.deploy(deployment);
  }

  private static Deployment deployment(
      Ceremony ceremony, RegistryParameters parameters, long deployedAt) {
    Roster roster = ceremony.roster().orElseThrow();
    CommitteeKey committee = new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
    Genesis genesis =
        new Genesis(
            new Eip712Domain(CHAIN_ID, ADDRESS),
            deployedAt,
            parameters,
            List.of(committee),
            List.of());
    PossessionProof proof =
        new PossessionProof(
            roster.hash(), roster.transcript(), ceremony.possession().orElseThrow());
    Deployment bare =
        new Deployment(genesis, BLOCK, Bytes32.ZERO, List.of(roster.toJson()), List.of(proof));
    Bytes32 codeHash = Keccak256.hash(TestNode.code(bare));
    return new Deployment(genesis, BLOCK, codeHash, List.of(roster.toJson()), List.of(proof));
  }

  public Deployment deployment() {
    return deployment;
  }

  public TestNode node() {
    return node;
  }

  /** Anchors the first decision of the log, and finalises its block. */
  public void anchors(Bytes32 decision) {
    RegistryState before = RegistryState.genesis(deployment.genesis());
    node.setHead(before.apply(service.anchor(decision, now)).head());
  }

  /** The latest block is this many seconds away from the officers' clocks. */
  public void isAheadBy(long seconds) {
    node.setNow(now + seconds);
  }

  @Override
  public void close() {
    node.close();
  }
}
