package org.softpause.authz.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.authz.ethereum.TransactionError.Action;

/**
 * The exact words of the nodes that Ethereum runs on. They stand in:
 *
 * <ul>
 *   <li>geth: ethereum/go-ethereum, core/txpool/errors.go, core/error.go and
 *       core/txpool/legacypool/legacypool.go
 *   <li>Nethermind: NethermindEth/nethermind, src/Nethermind/Nethermind.TxPool/AcceptTxResult.cs
 *       (its result names are the words of older releases) and TxPoolErrorMessages.cs
 *   <li>Besu: hyperledger/besu, ethereum/api, jsonrpc/internal/response/RpcErrorType.java
 *   <li>Erigon: erigontech/erigon, txnprovider/txpool/txpoolcfg/txpoolcfg.go
 *   <li>Reth: paradigmxyz/reth, crates/rpc/rpc-eth-types/src/error/mod.rs
 *   <li>Anvil: foundry-rs/foundry, crates/anvil/src/eth/error.rs
 * </ul>
 */
class TransactionErrorTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "geth,already known,ALREADY_KNOWN",
    "geth,'nonce too low: next nonce 5, tx nonce 4',NONCE_TOO_LOW",
    "geth,nonce too high,NONCE_TOO_HIGH",
    "geth,'transaction underpriced: tip needed 1, tip permitted 0',UNDERPRICED",
    "geth,replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
    "geth,max fee per gas less than block base fee,FEE_BELOW_BASE_FEE",
    "geth,'insufficient funds for gas * price + value: balance 0, tx cost 1',INSUFFICIENT_FUNDS",
    "geth,txpool is full,POOL_FULL",
    "geth,exceeds block gas limit,OTHER",
    "geth,execution reverted,REVERTED",
    "Nethermind,AlreadyKnown,ALREADY_KNOWN",
    "Nethermind,OldNonce,NONCE_TOO_LOW",
    "Nethermind,'NonceGap, Future nonce. Expected nonce: 4',NONCE_TOO_HIGH",
    "Nethermind,nonce too far in future,NONCE_TOO_HIGH",
    "Nethermind,'FeeTooLow, MaxFeePerGas too low',UNDERPRICED",
    "Nethermind,FeeTooLowToCompete,UNDERPRICED",
    "Nethermind,ReplacementNotAllowed,REPLACEMENT_UNDERPRICED",
    "Nethermind,OwnNonceAlreadyUsed,REPLACEMENT_UNDERPRICED",
    "Nethermind,'InsufficientFunds, Account balance: 0',INSUFFICIENT_FUNDS",
    "Nethermind,insufficient funds for gas * price + value,INSUFFICIENT_FUNDS",
    "Nethermind,replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
    "Besu,Known transaction,ALREADY_KNOWN",
    "Besu,Nonce too low,NONCE_TOO_LOW",
    "Besu,Nonce too high,NONCE_TOO_HIGH",
    "Besu,Transaction nonce is too distant from current sender nonce,NONCE_TOO_HIGH",
    "Besu,Gas price below configured minimum gas price,UNDERPRICED",
    "Besu,Replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
    "Besu,Gas price below current base fee,FEE_BELOW_BASE_FEE",
    "Besu,Upfront cost exceeds account balance,INSUFFICIENT_FUNDS",
    "Besu,Execution reverted,REVERTED",
    "Besu,Initial sync is still in progress,OTHER",
    "Erigon,already known,ALREADY_KNOWN",
    "Erigon,existing txn with same hash,ALREADY_KNOWN",
    "Erigon,nonce too low,NONCE_TOO_LOW",
    "Erigon,underpriced,UNDERPRICED",
    "Erigon,fee too low,UNDERPRICED",
    "Erigon,replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
    "Erigon,could not replace existing tx,REPLACEMENT_UNDERPRICED",
    "Erigon,insufficient funds,INSUFFICIENT_FUNDS",
    "Erigon,pending sub-pool is full,POOL_FULL",
    "Erigon,baseFee sub-pool is full,POOL_FULL",
    "Erigon,queued sub-pool is full,POOL_FULL",
    "Reth,already known,ALREADY_KNOWN",
    "Reth,'nonce too low: next nonce 5, tx nonce 4',NONCE_TOO_LOW",
    "Reth,nonce too high,NONCE_TOO_HIGH",
    "Reth,transaction underpriced,UNDERPRICED",
    "Reth,transaction priority fee below minimum required priority fee 1,UNDERPRICED",
    "Reth,replacement transaction underpriced,REPLACEMENT_UNDERPRICED",
    "Reth,max fee per gas less than block base fee,FEE_BELOW_BASE_FEE",
    "Reth,'insufficient funds for gas * price + value: have 0 want 1',INSUFFICIENT_FUNDS",
    "Reth,txpool is full,POOL_FULL",
    "Anvil,Tx: [0x00] already Imported,ALREADY_KNOWN",
    "Anvil,nonce too low,NONCE_TOO_LOW",
    "Anvil,Nonce too high,NONCE_TOO_HIGH",
    "Anvil,Tx: [0x00] insufficient gas price to replace existing"
        + " transaction,REPLACEMENT_UNDERPRICED",
    "Anvil,max fee per gas less than block base fee,FEE_BELOW_BASE_FEE",
    "Anvil,Insufficient funds for gas * price + value,INSUFFICIENT_FUNDS",
    "Anvil,execution reverted: None,REVERTED",
  })
  void eachNodesWordsAreUnderstood(String node, String words, TransactionError expected) {
    assertThat(TransactionError.of(new NodeError(-32000, words, null))).isEqualTo(expected);
  }

  @Test
  void aRevertIsToldByItsDataOrItsCode() {
    assertThat(new NodeError(-32015, "VM execution error.", "0x01020304").isRevert()).isTrue();
    assertThat(new NodeError(3, "custom", null).isRevert()).isTrue();
    assertThat(new NodeError(-32000, "execution reverted", "0x").isRevert()).isTrue();
  }

  @Test
  void aSelectorThatIsCutShortIsNoRevert() {
    assertThat(new NodeError(-32000, "header not found", "0x0102030").isRevert()).isFalse();
    assertThat(new NodeError(-32000, "header not found", "0x01020304").isRevert()).isTrue();
    assertThat(new NodeError(-32000, "header not found", "0101020304").isRevert()).isFalse();
  }

  @Test
  void whatTheSenderDoesFollowsFromTheKindOfError() {
    assertThat(TransactionError.ALREADY_KNOWN.action()).isEqualTo(Action.AWAIT_INCLUSION);
    assertThat(TransactionError.NONCE_TOO_LOW.action()).isEqualTo(Action.COUNT_AGAIN);
    assertThat(TransactionError.UNDERPRICED.action()).isEqualTo(Action.REPRICE);
    assertThat(TransactionError.POOL_FULL.action()).isEqualTo(Action.WAIT);
  }

  @Test
  void whatIsNoRevertIsTheNodesOwnTrouble() {
    assertThat(new NodeError(-32000, "header not found", null).isRevert()).isFalse();
    assertThat(new NodeError(-32005, "rate limit exceeded", "0x").isRevert()).isFalse();
    assertThat(new NodeError(-32603, "internal error", "try again").isRevert()).isFalse();
  }
}
