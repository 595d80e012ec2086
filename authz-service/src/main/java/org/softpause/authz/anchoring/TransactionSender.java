package org.softpause.authz.anchoring;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.anchoring.NoncePlan.Assignment;
import org.softpause.authz.anchoring.TransactionOffers.Payer;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.InclusionReceipt;
import org.softpause.authz.ethereum.NodeErrorException;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.mirror.ServedChain;
import org.softpause.authz.mirror.WrongChainException;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.authz.system.LocalFile;
import org.softpause.authz.system.SteadyTime;
import org.softpause.protocol.Bytes32;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends the certificates of the outbox to the registry. The contract accepts a decision once, so
 * that sending it twice anchors it once. A nonce is owned from when it is handed out until the
 * chain has consumed it.
 */
@Lazy
@Component
class TransactionSender {
  private static final Logger log = LoggerFactory.getLogger(TransactionSender.class);

  private final EthereumClient node;
  private final ServedRegistry registry;
  private final ServedChain chain;
  private final Outbox outbox;
  private final SenderNonces ledger;
  private final TransactionOffers offers;
  private final SendingObstacles obstacles;
  private final TransactionCountCheck countCheck;
  private final SteadyTime time;
  private final @Nullable SenderKey key;

  TransactionSender(
      EthereumClient node,
      ServedRegistry registry,
      ServedChain chain,
      Outbox outbox,
      SenderNonces ledger,
      TransactionOffers offers,
      SendingObstacles obstacles,
      AnchoringSettings settings,
      EthereumSettings ethereum,
      SteadyTime time) {
    this.node = node;
    this.registry = registry;
    this.chain = chain;
    this.outbox = outbox;
    this.ledger = ledger;
    this.offers = offers;
    this.obstacles = obstacles;
    this.countCheck = new TransactionCountCheck(settings.bumpAfter());
    this.time = time;
    LocalFile file = ethereum.senderKeyFile();
    this.key = file == null ? null : SenderKey.read(file.path());
  }

  /** Whether this service can pay for transactions. */
  boolean hasKey() {
    return key != null;
  }

  /**
   * Makes one pass over the decisions that wait to be sent or included.
   *
   * @throws WrongChainException if the node is on another chain
   * @throws LeaseLost if the pass outlasts the lease for sending
   */
  void step() throws IOException {
    if (key != null) {
      chain.require();
      long chainId = registry.require().domain().chainId();
      step(new Payer(new SenderAccount(chainId, key.address()), key));
    }
  }

  private void step(Payer payer) throws IOException {
    long count = node.nonce(payer.account().address());
    RecordedNonces recorded = ledger.recorded(payer.account());
    Optional<String> doubt = countCheck.doubt(count, recorded, time.instant());
    obstacles.report(
        SendingObstacles.Kind.COUNT_DOUBTED,
        doubt.map(why -> "the node's count of the sender's transactions is " + why));
    if (doubt.isEmpty()) {
      ledger.reconcile(payer.account(), count);
    }
    long first = doubt.isEmpty() ? count : Math.min(count, recorded.lowestCount());
    Set<Bytes32> waiting = outbox.waiting();
    NoncePlan plan = NoncePlan.of(first, ledger.from(payer.account(), first), waiting);
    Set<NonceOwner> concerned = new HashSet<>(plan.kept().values());
    waiting.forEach(decision -> concerned.add(new NonceOwner(decision)));
    try {
      follow(payer, plan, doubt.isEmpty());
      if (doubt.isEmpty()) {
        offerFirst(payer, plan, concerned);
      }
    } finally {
      offers.report(concerned);
    }
  }

  /** What is recorded may always be sent again; only replacements need a believed count. */
  private void follow(Payer payer, NoncePlan plan, boolean mayReplace) throws IOException {
    Set<Bytes32> due = new HashSet<>(outbox.due());
    for (Map.Entry<Long, NonceOwner> one : plan.kept().entrySet()) {
      Bytes32 decision = one.getValue().decision();
      if (decision == null || due.contains(decision)) {
        attempt(
            one.getValue(), () -> offers.follow(payer, one.getKey(), one.getValue(), mayReplace));
      }
    }
  }

  private void offerFirst(Payer payer, NoncePlan plan, Set<NonceOwner> concerned)
      throws IOException {
    Map<Bytes32, Long> ready = new LinkedHashMap<>();
    for (Bytes32 decision : outbox.due()) {
      var owner = new NonceOwner(decision);
      if (!plan.kept().containsValue(owner)) {
        attempt(
            owner,
            () -> {
              if (!isIncluded(decision)) {
                offers.gas(payer, decision).ifPresent(gas -> ready.put(decision, gas));
              }
            });
      }
    }
    for (Assignment next : plan.assign(List.copyOf(ready.keySet()))) {
      concerned.add(next.owner());
      attempt(next.owner(), () -> offerFirst(payer, next, ready));
    }
  }

  private void offerFirst(Payer payer, Assignment next, Map<Bytes32, Long> ready)
      throws IOException {
    Bytes32 decision = next.owner().decision();
    if (decision == null) {
      offers.cancel(payer, next.nonce());
      return;
    }
    Long known = ready.get(decision);
    OptionalLong gas = known == null ? offers.gas(payer, decision) : OptionalLong.of(known);
    if (gas.isPresent()) {
      offers.first(payer, next.nonce(), next.owner(), gas.getAsLong());
    }
  }

  /** Something to do with the node for one owner. */
  private interface Attempt {
    void run() throws IOException;
  }

  /** An error that the node gives to one owner keeps up no other; a silent node ends the step. */
  private void attempt(NonceOwner owner, Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (NodeErrorException e) {
      offers.troubled(owner, e);
    }
  }

  /** Whether a block holds one of its transactions; the log follower records one that succeeded. */
  private boolean isIncluded(Bytes32 decision) throws IOException {
    List<EthereumTransactionRow> offered = outbox.unsettled(decision);
    Optional<InclusionReceipt> receipt = offers.inclusion(offered);
    if (receipt.isPresent()) {
      if (!receipt.get().succeeded()) {
        Bytes32 reverted = receipt.get().transaction();
        log.warn("transaction {} was included and reverted", reverted);
        outbox.settle(decision);
        outbox.refused(decision, "included and reverted: " + reverted);
      }
      return true;
    }
    if (!offered.isEmpty()) {
      log.warn("another transaction has used the nonce of decision {}", decision);
      outbox.settle(decision);
    }
    return false;
  }
}
