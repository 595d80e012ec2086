package org.softpause.authz.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.anchoring.EthereumTransactionRow.Offer;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.FeeLimit;
import org.softpause.authz.ethereum.Fees;
import org.softpause.authz.ethereum.InclusionReceipt;
import org.softpause.authz.ethereum.NodeError;
import org.softpause.authz.ethereum.NodeErrorException;
import org.softpause.authz.ethereum.RegistryContract;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.ethereum.Simulation;
import org.softpause.authz.ethereum.TransactionError;
import org.softpause.authz.ethereum.TransactionError.Action;
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
  private final SenderNonces ledger;
  private final Lease lease;
  private final SendingObstacles obstacles;
  private final AnchoringSettings settings;
  private final Clock clock;
  private final FeeLimit limit;
  private final Map<NonceOwner, String> refusals = new LinkedHashMap<>();
  private final Map<NonceOwner, BigInteger> ceilings = new HashMap<>();

  TransactionOffers(
      EthereumClient node,
      RegistryContract contract,
      Certificates certificates,
      Outbox outbox,
      SenderNonces ledger,
      Lease lease,
      SendingObstacles obstacles,
      AnchoringSettings settings,
      Clock clock) {
    this.node = node;
    this.contract = contract;
    this.certificates = certificates;
    this.outbox = outbox;
    this.ledger = ledger;
    this.lease = lease;
    this.obstacles = obstacles;
    this.settings = settings;
    this.clock = clock;
    this.limit = FeeLimit.ofGwei(settings.maxFeeGwei());
  }

  /** An account and the key that signs for it. */
  record Payer(SenderAccount account, SenderKey key) {}

  /** Offers the first transaction of an owner under a nonce, replacing what others sent there. */
  void first(Payer payer, long nonce, NonceOwner owner, long gas) throws IOException {
    Fees market = node.fees();
    ceilings.remove(owner);
    if (market.withoutRoom().compareTo(limit.ceiling()) > 0) {
      ceilings.put(owner, market.withoutRoom());
    }
    Optional<Fees> inTheWay = highestInTheWay(payer.account(), nonce);
    Optional<Fees> fees =
        inTheWay.isEmpty()
            ? Optional.of(limit.first(market))
            : limit.replacement(inTheWay.get(), market);
    if (fees.isPresent()) {
      offer(payer, owner, new Offer(nonce, gas, fees.get()));
    } else {
      ceilings.put(owner, inTheWay.get().raisedTo(market).max());
    }
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
    boolean replace;
    if (!best.isSent() || !node.knows(best.hash())) {
      replace = send(best) == Action.REPRICE;
    } else {
      replace = best.hasWaited(settings.bumpAfter(), clock.instant());
    }
    if (replace && mayReplace) {
      replace(payer, owner, best.offer());
    }
  }

  /** At least the gas of before, and more where the registry needs more by now. */
  private void replace(Payer payer, NonceOwner owner, Offer before) throws IOException {
    Fees market = node.fees();
    Optional<Fees> fees = limit.replacement(before.fees(), market);
    if (fees.isEmpty()) {
      ceilings.put(owner, before.fees().raisedTo(market).max());
      return;
    }
    Bytes32 decision = owner.decision();
    OptionalLong needed =
        decision == null ? OptionalLong.of(CANCELLATION_GAS) : gas(payer, decision);
    if (needed.isPresent()) {
      ceilings.remove(owner);
      long gas = Math.max(before.gasLimit(), needed.getAsLong());
      log.info("raising the fee for {} to {} wei", owner, fees.get().max());
      offer(payer, owner, new Offer(before.nonce(), gas, fees.get()));
    }
  }

  /** The gas that the registry needs for a decision now; empty if it would refuse it. */
  OptionalLong gas(Payer payer, Bytes32 decision) throws IOException {
    return switch (contract.simulate(
        payer.account().address(), certificates.find(decision).orElseThrow())) {
      case Simulation.Reverts reverts -> {
        // The registry refuses what it has anchored a moment ago.
        if (inclusion(outbox.unsettled(decision)).isEmpty()) {
          log.warn("the registry would refuse decision {}: {}", decision, reverts.error());
          outbox.refused(decision, reverts.error());
        }
        yield OptionalLong.empty();
      }
      case Simulation.Passes passes -> {
        outbox.passed(decision);
        yield OptionalLong.of(passes.gasWithRoom());
      }
    };
  }

  /** The receipt of the first of these transactions that a block holds. */
  Optional<InclusionReceipt> inclusion(List<EthereumTransactionRow> offered) throws IOException {
    for (EthereumTransactionRow row : offered) {
      Optional<InclusionReceipt> receipt = node.receipt(row.hash());
      if (receipt.isPresent()) {
        return receipt;
      }
    }
    return Optional.empty();
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

  private Action send(EthereumTransactionRow row) throws IOException {
    lease.require(LeasedWork.SENDING);
    Optional<NodeError> error = node.send(row.raw());
    Action action =
        error.map(one -> TransactionError.of(one).action()).orElse(Action.AWAIT_INCLUSION);
    if (error.isEmpty() || action == Action.AWAIT_INCLUSION) {
      outbox.sent(row.hash());
      refusals.remove(row.owner());
      return action;
    }
    String words = TransactionError.of(error.get()) + ": " + error.get().message();
    refusals.put(row.owner(), words);
    if (action == Action.WAIT) {
      postpone(row.owner());
    }
    return action;
  }

  /** The node answers a request about this owner with an error; the others go on. */
  void troubled(NonceOwner owner, NodeErrorException trouble) {
    refusals.put(owner, String.valueOf(trouble.getMessage()));
    postpone(owner);
  }

  private void postpone(NonceOwner owner) {
    Bytes32 decision = owner.decision();
    if (decision != null) {
      outbox.postpone(decision);
    }
  }

  /** Reports what stands in the way of these owners, and forgets that of all others. */
  void report(Set<NonceOwner> owners) {
    refusals.keySet().retainAll(owners);
    ceilings.keySet().retainAll(owners);
    obstacles.report(
        SendingObstacles.Kind.NODE_REFUSES,
        refusals.entrySet().stream()
            .findFirst()
            .map(one -> "the node refuses " + one.getKey() + ": " + one.getValue()));
    obstacles.report(
        SendingObstacles.Kind.FEE_CEILING,
        ceilings.values().stream()
            .max(BigInteger::compareTo)
            .map(
                needed ->
                    "a fee of %s is needed, which is above the ceiling of %s or five times the market"
                        .formatted(FeeLimit.inGwei(needed), FeeLimit.inGwei(limit.ceiling()))));
  }
}
