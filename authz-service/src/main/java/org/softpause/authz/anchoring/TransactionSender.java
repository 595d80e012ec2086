package org.softpause.authz.anchoring;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.anchoring.EthereumTransactionRow.Offer;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.InclusionReceipt;
import org.softpause.authz.ethereum.RegistryContract;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.ethereum.Simulation;
import org.softpause.authz.ethereum.UnsignedTransaction;
import org.softpause.authz.signing.Certificates;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends the certificates of the outbox to the registry. A signed transaction is recorded before it
 * leaves, so that after a crash the same bytes are sent again. The contract accepts a decision
 * once, so that sending it twice anchors it once.
 */
@Lazy
@Component
class TransactionSender {
  private static final Logger log = LoggerFactory.getLogger(TransactionSender.class);

  private final EthereumClient node;
  private final RegistryContract contract;
  private final ServedRegistry registry;
  private final Certificates certificates;
  private final Outbox outbox;
  private final AnchoringSettings settings;
  private final Clock clock;
  private final @Nullable SenderKey key;

  TransactionSender(
      EthereumClient node,
      RegistryContract contract,
      ServedRegistry registry,
      Certificates certificates,
      Outbox outbox,
      AnchoringSettings settings,
      EthereumSettings ethereum,
      Clock clock) {
    this.node = node;
    this.contract = contract;
    this.registry = registry;
    this.certificates = certificates;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
    this.key = ethereum.senderKeyFile() == null ? null : SenderKey.read(ethereum.senderKeyFile());
  }

  /** Makes one pass over the decisions that wait to be sent or included. */
  void step() throws IOException {
    if (key == null) {
      return;
    }
    for (Bytes32 decision : outbox.due()) {
      List<EthereumTransactionRow> offered = outbox.unsettled(decision);
      if (offered.isEmpty()) {
        offerFirst(decision, key);
      } else {
        follow(decision, offered, key);
      }
    }
  }

  private void offerFirst(Bytes32 decision, SenderKey sender) throws IOException {
    Certificate certificate = certificates.find(decision).orElseThrow();
    switch (contract.simulate(sender.address(), certificate)) {
      case Simulation.Reverts reverts -> {
        log.warn("the registry would refuse decision {}: {}", decision, reverts.error());
        outbox.refused(decision, reverts.error());
      }
      case Simulation.Passes passes -> {
        long next = outbox.highestNonce(sender.address()).orElse(-1) + 1;
        long nonce = Math.max(node.nonce(sender.address()), next);
        offer(certificate, new Offer(nonce, passes.gasWithRoom(), node.fees()), sender);
      }
    }
  }

  private void offer(Certificate certificate, Offer offer, SenderKey sender) throws IOException {
    byte[] raw =
        sender.sign(
            new UnsignedTransaction(
                registry.require().domain().chainId(),
                offer.nonce(),
                offer.gasLimit(),
                Optional.of(contract.address()),
                contract.callData(certificate),
                offer.fees()));
    var row =
        new EthereumTransactionRow(certificate.id(), sender.address(), offer, raw, clock.instant());
    if (outbox.record(row)) {
      send(row);
    }
  }

  private void send(EthereumTransactionRow row) throws IOException {
    Optional<String> objection = node.send(row.raw());
    if (objection.isEmpty() || isKnown(objection.get())) {
      outbox.sent(row.hash());
      return;
    }
    log.warn("the node refuses transaction {}: {}", row.hash(), objection.get());
    outbox.refused(row.decision(), objection.get());
  }

  private static boolean isKnown(String objection) {
    String words = objection.toLowerCase(Locale.ROOT);
    return words.contains("already known") || words.contains("already imported");
  }

  private void follow(Bytes32 decision, List<EthereumTransactionRow> offered, SenderKey sender)
      throws IOException {
    EthereumTransactionRow best = offered.getFirst();
    for (EthereumTransactionRow row : offered) {
      Optional<InclusionReceipt> receipt = node.receipt(row.hash());
      if (receipt.isPresent()) {
        included(decision, receipt.get());
        return;
      }
    }
    if (node.nonce(sender.address()) > best.offer().nonce()) {
      log.warn(
          "nonce {} of decision {} was used by another transaction",
          best.offer().nonce(),
          decision);
      outbox.settle(decision);
    } else if (!best.isSent() || !node.knows(best.hash())) {
      send(best);
    } else if (best.hasWaited(settings.bumpAfter(), clock.instant())) {
      raise(decision, best.offer(), sender);
    }
  }

  /** Handles a reverted transaction; one that succeeded is recorded by the log follower. */
  private void included(Bytes32 decision, InclusionReceipt receipt) {
    if (!receipt.succeeded()) {
      log.warn("transaction {} was included and reverted", receipt.transaction());
      outbox.settle(decision);
      outbox.refused(decision, "included and reverted: " + receipt.transaction());
    }
  }

  private void raise(Bytes32 decision, Offer before, SenderKey sender) throws IOException {
    Offer raised =
        new Offer(before.nonce(), before.gasLimit(), before.fees().raisedTo(node.fees()));
    log.info("raising the fee for decision {} to {} wei", decision, raised.fees().max());
    offer(certificates.find(decision).orElseThrow(), raised, sender);
  }
}
