package org.softpause.auditor.audit;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.auditor.chain.BlockRange;
import org.softpause.auditor.chain.Checkpoint;
import org.softpause.auditor.chain.LogScan;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.RegistryCode;
import org.softpause.protocol.registry.RegistryState;

/** Audits the chain that one endpoint reports, up to one block; each check runs on its own. */
final class ChainAudit {
  private final Eip712Domain registry;
  private final RpcEndpoint endpoint;
  private final BlockRef block;
  private final AuditSettings settings;
  private final RebuiltLog log;
  private final List<AuditFinding> findings = new ArrayList<>();

  ChainAudit(
      Eip712Domain registry,
      RpcEndpoint endpoint,
      BlockRef block,
      AuditSettings settings,
      SecureRandom random) {
    this.registry = registry;
    this.endpoint = endpoint;
    this.block = block;
    this.settings = settings;
    this.log = new RebuiltLog(registry, random);
  }

  private interface Check {
    void run() throws IOException;
  }

  /** Runs every check, after following the checkpoint's events if there is one. */
  EndpointResult run(Optional<Checkpoint.Source> checkpoint) throws IOException {
    EarlyAnswer<byte[]> code = EarlyAnswer.to(() -> endpoint.node().code(block));
    EarlyAnswer<AnchorProof> proof = EarlyAnswer.to(() -> endpoint.node().proof(block));
    try {
      attempt(() -> rebuild(checkpoint));
      attempt(this::requireGenesis);
      attempt(() -> requireCode(code.get()));
      nameBadSignatures();
      attempt(() -> requireHeadProven(proof));
      return result(Optional.empty());
    } catch (RpcException unanswered) {
      return result(Optional.of(String.valueOf(unanswered.getMessage())));
    }
  }

  private EndpointResult result(Optional<String> unchecked) {
    return new EndpointResult(
        endpoint.name(), Optional.of(block), log.state(), log.entries(), findings, unchecked);
  }

  private void attempt(Check check) throws IOException {
    try {
      check.run();
    } catch (RuleViolation broken) {
      findings.add(AuditFinding.of(endpoint.name(), broken));
    }
  }

  private void rebuild(Optional<Checkpoint.Source> source) throws IOException {
    long from = settings.fromBlock();
    Optional<Checkpoint> checkpoint = Optional.empty();
    if (source.isPresent()) {
      Checkpoint opened = source.get().open(registry, this::follow);
      requireSameChain(opened);
      from = Math.max(from, opened.through() + 1);
      checkpoint = Optional.of(opened);
    }
    if (from <= block.number()) {
      scan(new BlockRange(from, block.number()), checkpoint);
    }
  }

  private void requireSameChain(Checkpoint checkpoint) throws RpcException {
    Bytes32 hash = checkpoint.throughHash();
    if (hash == null) {
      return;
    }
    if (checkpoint.through() > block.number()) {
      throw new RuleViolation(
          Rule.LOG_AFTER_BLOCK,
          "the checkpoint ends at block "
              + checkpoint.through()
              + ", this audit at "
              + block.number());
    }
    if (!endpoint.node().block(checkpoint.through()).hash().equals(hash)) {
      throw new RuleViolation(
          Rule.LOG_FORK,
          "block " + checkpoint.through() + " had the hash " + hash + " at the checkpoint");
    }
  }

  private void scan(BlockRange all, Optional<Checkpoint> checkpoint) throws IOException {
    new LogScan(endpoint.node(), settings.waiter())
        .read(
            all,
            (piece, logs) -> {
              follow(logs);
              if (checkpoint.isPresent()) {
                Bytes32 hash = endpoint.node().block(piece.to()).hash();
                checkpoint.get().append(logs, piece.to(), hash);
              }
              settings
                  .progress()
                  .read(
                      endpoint.name(),
                      piece.to() - all.from() + 1,
                      all.size(),
                      log.entries().size());
            });
  }

  private void follow(List<EventLog> logs) {
    logs.forEach(log::accept);
  }

  private void requireGenesis() {
    if (log.state().isEmpty()) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_NOT_ON_CHAIN,
          "the node shows no Genesis event of " + registry.registry());
    }
    Optional<Bytes32> pinned = settings.head0();
    Bytes32 head0 = state().genesis().head0();
    if (pinned.isPresent() && !pinned.get().equals(head0)) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_HEAD_MISMATCH,
          "the log begins with the head " + head0 + ", the deployment file states " + pinned.get());
    }
  }

  private void requireCode(byte[] code) {
    RegistryCode published = settings.code();
    if (log.state().isPresent()) {
      published.check(code, state().genesis().parameters());
    } else {
      published.requirePublished(code);
    }
  }

  private void nameBadSignatures() {
    for (long sequence : log.badSignatures()) {
      findings.add(
          new AuditFinding(
              endpoint.name(),
              Rule.SIGNATURE_INVALID.slug(),
              "entry " + sequence + " is not signed by the committees that had to sign it"));
    }
  }

  /** Skipped after a finding: the log was then not followed to its end, which is reported. */
  private void requireHeadProven(EarlyAnswer<AnchorProof> proof) throws IOException {
    if (log.state().isEmpty() || !findings.isEmpty()) {
      return;
    }
    try {
      proof.get().check(block, registry.registry(), state().head());
    } catch (RuleViolation unproven) {
      throw unproven.at(
          "the " + state().sequence() + " entries lead to the head " + state().head());
    }
  }

  private RegistryState state() {
    return log.state().orElseThrow();
  }
}
