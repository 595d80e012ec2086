package org.softpause.authz.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/**
 * The node, as far as anchoring needs it. Every method throws {@link IOException} when it gives no
 * answer.
 */
@Lazy
@Component
class EthereumClient {
  private final Web3j web3j;

  EthereumClient(EthereumSettings settings) {
    OkHttpClient client = new OkHttpClient.Builder().callTimeout(settings.timeout()).build();
    this.web3j = Web3j.build(new HttpService(settings.rpcUrl().toString(), client));
  }

  Web3j web3j() {
    return web3j;
  }

  BlockRef latest() throws IOException {
    return block(DefaultBlockParameterName.LATEST).orElseThrow(() -> new IOException("no block"));
  }

  /** The latest block that will not be taken back; nothing before there is one. */
  Optional<BlockRef> finalised() throws IOException {
    return block(DefaultBlockParameterName.FINALIZED);
  }

  Optional<BlockRef> block(long number) throws IOException {
    return block(DefaultBlockParameter.valueOf(BigInteger.valueOf(number)));
  }

  private Optional<BlockRef> block(DefaultBlockParameter which) throws IOException {
    EthBlock.Block block = ask(web3j.ethGetBlockByNumber(which, false)).getBlock();
    return Optional.ofNullable(block)
        .map(
            found ->
                new BlockRef(
                    found.getNumber().longValueExact(),
                    Bytes32.parse(found.getHash()),
                    found.getTimestamp().longValueExact()));
  }

  /** How many transactions of this account the latest block counts. */
  long nonce(Address account) throws IOException {
    return ask(web3j.ethGetTransactionCount(account.toString(), DefaultBlockParameterName.LATEST))
        .getTransactionCount()
        .longValueExact();
  }

  Fees fees() throws IOException {
    BigInteger base =
        ask(web3j.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false))
            .getBlock()
            .getBaseFeePerGas();
    return Fees.over(base, ask(web3j.ethMaxPriorityFeePerGas()).getMaxPriorityFeePerGas());
  }

  Simulation simulate(Address from, Address to, String data) throws IOException {
    var transaction = Transaction.createEthCallTransaction(from.toString(), to.toString(), data);
    var answer = answer(web3j.ethEstimateGas(transaction));
    if (answer.hasError()) {
      Response.Error error = answer.getError();
      return new Simulation.Reverts(RevertDecoder.name(error.getData(), error.getMessage()));
    }
    return new Simulation.Passes(answer.getAmountUsed().longValueExact());
  }

  /** Offers signed bytes; offering them again is harmless. The node's objection, if it has one. */
  Optional<String> send(byte[] raw) throws IOException {
    var answer = answer(web3j.ethSendRawTransaction(Hex.encode(raw)));
    return answer.hasError() ? Optional.of(answer.getError().getMessage()) : Optional.empty();
  }

  Optional<TransactionReceipt> receipt(Bytes32 transaction) throws IOException {
    return ask(web3j.ethGetTransactionReceipt(transaction.toString())).getTransactionReceipt();
  }

  /** Whether the node knows of it, in a block or waiting. */
  boolean knows(Bytes32 transaction) throws IOException {
    return ask(web3j.ethGetTransactionByHash(transaction.toString())).getTransaction().isPresent();
  }

  static <T extends Response<?>> T ask(Request<?, T> request) throws IOException {
    T answer = answer(request);
    if (answer.hasError()) {
      throw new IOException(request.getMethod() + ": " + answer.getError().getMessage());
    }
    return answer;
  }

  /** An answer that may be an error; web3j's own complaints become the one that callers expect. */
  static <T extends Response<?>> T answer(Request<?, T> request) throws IOException {
    try {
      return request.send();
    } catch (ClientConnectionException | JacksonException e) {
      throw new IOException(request.getMethod() + ": " + e.getMessage(), e);
    }
  }
}
