package org.softpause.authz.anchoring;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.anchoring.EthereumTransactionRow.Offer;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.Fees;
import org.softpause.authz.ethereum.RegistryContract;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.ethereum.UnsignedTransaction;
import org.softpause.authz.signing.Certificates;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Signs, records, sends, sends again and replaces the transactions of nonces. A signed transaction
 * is recorded before it leaves, so that after a crash the same bytes are sent again.
 */
@Lazy
@Component
class TransactionOffers {
  private static final Logger log = LoggerFactory.getLogger(TransactionOffers.class);

  /** What an empty transaction costs (Ethereum Yellow Paper, appendix G). */
  private static final long CANCELLATION_GAS = 21_000;

  private final EthereumClient node;
  private final RegistryContract contract;
  private final Certificates certificates;
  private final Outbox outbox;
  private final NonceLedger ledger;
  private final SendingObstacles obstacles;
  private final AnchoringSettings settings;
  private final Clock clock;
  private final Map<NonceOwner, String> refusals = new HashMap<>();

  TransactionOffers(
      EthereumClient node,
      RegistryContract contract,
      Certificates certificates,
      Outbox outbox,
      NonceLedger ledger,
      SendingObstacles obstacles,
      AnchoringSettings settings,
      Clock clock) {
    this.node = node;
    this.contract = contract;
    this.certificates = certificates;
    this.outbox = outbox;
    this.ledger = ledger;
    this.obstacles = obstacles;
    this.settings = settings;
    this.clock = clock;
  }

  /** An account and the key that signs for it. */
  record Payer(SenderAccount account, SenderKey key) {}

  /** Offers the first transaction of an owner under a nonce, replacing what others sent there. */
  void first(Payer payer, long nonce, NonceOwner owner, long gas) throws IOException {
    Fees market = node.fees();
    Fees fees =
        highestInTheWay(payer.account(), nonce)
            .map(before -> before.raisedTo(market))
            .orElse(market);
    offer(payer, owner, new Offer(nonce, gas, fees));
  }

  /** Closes a gap below a transaction that waits. */
  void cancel(Payer payer, long nonce) throws IOException {
    log.warn("nonce {} of {} is consumed by a cancellation", nonce, payer.account().address());
    first(payer, nonce, NonceOwner.CANCELLATION, CANCELLATION_GAS);
  }

  /** Sends again what the node does not know, and replaces what has waited too long. */
  void follow(Payer payer, long nonce, NonceOwner owner, boolean mayReplace) throws IOException {
    List<EthereumTransactionRow> offered =
        ledger.transactions(payer.account(), nonce).stream()
            .filter(row -> row.owner().equals(owner))
            .toList();
    if (offered.isEmpty()) {
      return;
    }
    EthereumTransactionRow best = offered.getFirst();
    if (!best.isSent() || !node.knows(best.hash())) {
      send(best);
    } else if (mayReplace && best.hasWaited(settings.bumpAfter(), clock.instant())) {
      Offer before = best.offer();
      Offer raised = new Offer(nonce, before.gasLimit(), before.fees().raisedTo(node.fees()));
      log.info("raising the fee for {} to {} wei", owner, raised.fees().max());
      offer(payer, owner, raised);
    }
  }

  /** Forgets the node's refusals of all others, which have ended. */
  void retain(Set<NonceOwner> owners) {
    refusals.keySet().retainAll(owners);
    reportRefusals();
  }

  /** What was never sent, or is gone from the node, stands in nobody's way. */
  private Optional<Fees> highestInTheWay(SenderAccount account, long nonce) throws IOException {
    for (EthereumTransactionRow row : ledger.transactions(account, nonce)) {
      if (row.isSent() && node.knows(row.hash())) {
        return Optional.of(row.offer().fees());
      }
    }
    return Optional.empty();
  }

  private void offer(Payer payer, NonceOwner owner, Offer offer) throws IOException {
    Bytes32 decision = owner.decision();
    Address to = decision == null ? payer.account().address() : contract.address();
    String data =
        decision == null ? "0x" : contract.callData(certificates.find(decision).orElseThrow());
    byte[] raw =
        payer
            .key()
            .sign(
                new UnsignedTransaction(
                    payer.account().chainId(),
                    offer.nonce(),
                    offer.gasLimit(),
                    Optional.of(to),
                    data,
                    offer.fees()));
    var row = new EthereumTransactionRow(owner, payer.account(), offer, raw, clock.instant());
    if (ledger.record(row)) {
      send(row);
    }
  }

  private void send(EthereumTransactionRow row) throws IOException {
    Optional<String> objection = node.send(row.raw());
    if (objection.isEmpty() || isKnown(objection.get())) {
      outbox.sent(row.hash());
      refusals.remove(row.owner());
      reportRefusals();
      return;
    }
    refusals.put(row.owner(), objection.get());
    reportRefusals();
    Bytes32 decision = row.owner().decision();
    if (decision != null) {
      outbox.refused(decision, objection.get());
    }
  }

  private static boolean isKnown(String objection) {
    String words = objection.toLowerCase(Locale.ROOT);
    return words.contains("already known") || words.contains("already imported");
  }

  private void reportRefusals() {
    obstacles.report(
        SendingObstacles.Kind.NODE_REFUSES,
        refusals.entrySet().stream()
            .findFirst()
            .map(one -> "the node refuses " + one.getKey() + ": " + one.getValue()));
  }
}
