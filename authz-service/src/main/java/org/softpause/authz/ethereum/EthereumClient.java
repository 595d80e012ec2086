package org.softpause.authz.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
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
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthFeeHistory;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/**
 * The service's JSON-RPC client of an Ethereum node. Every method throws {@link IOException} when
 * the node does not answer, and {@link NodeErrorException} when it answers with an error of its
 * own.
 */
@Lazy
@Component
public class EthereumClient {
  private static final int BLOCKS_OF_MARKET = 20;

  /** The events of a request's blocks take some kilobytes for each decision. */
  private static final long MAX_ANSWER_BYTES = 4 << 20;

  private static final List<Double> MEDIAN = List.of(50.0);

  private final HttpService http;
  private final Web3j web3j;

  /** Connects on the first call. */
  public EthereumClient(EthereumSettings settings) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .callTimeout(settings.timeout())
            .addInterceptor(new AnswerLimit(MAX_ANSWER_BYTES))
            .build();
    this.http = new HttpService(settings.rpcUrl().toString(), client);
    this.web3j = Web3j.build(http);
  }

  Web3j web3j() {
    return web3j;
  }

  /** The latest block. */
  public BlockRef latest() throws IOException {
    return block(DefaultBlockParameterName.LATEST).orElseThrow(() -> new IOException("no block"));
  }

  /** The latest finalised block; empty on a chain that has not finalised any yet. */
  public Optional<BlockRef> finalised() throws IOException {
    return block(DefaultBlockParameterName.FINALIZED);
  }

  /** The block of this number, if the node has it. */
  public Optional<BlockRef> block(long number) throws IOException {
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

  /** The chain's id (EIP-155). */
  public long chainId() throws IOException {
    return ask(web3j.ethChainId()).getChainId().longValueExact();
  }

  /** How many transactions of this account the latest block counts. */
  public long nonce(Address account) throws IOException {
    return ask(web3j.ethGetTransactionCount(account.toString(), DefaultBlockParameterName.LATEST))
        .getTransactionCount()
        .longValueExact();
  }

  /** What the market asks at the moment. */
  public Fees fees() throws IOException {
    EthFeeHistory.FeeHistory history =
        ask(web3j.ethFeeHistory(BLOCKS_OF_MARKET, DefaultBlockParameterName.LATEST, MEDIAN))
            .getFeeHistory();
    if (history.getBaseFeePerGas().isEmpty()) {
      throw new IOException("eth_feeHistory: the node gives no base fee");
    }
    return Fees.suggested(
        history.getBaseFeePerGas(),
        history.getRewardRaw() == null
            ? List.of()
            : history.getReward().stream().flatMap(List::stream).toList(),
        ask(web3j.ethMaxPriorityFeePerGas()).getMaxPriorityFeePerGas());
  }

  /** Whether a contract would take this call, and for how much gas. */
  public Simulation simulate(Address from, Address to, String data) throws IOException {
    return simulate(Transaction.createEthCallTransaction(from.toString(), to.toString(), data));
  }

  /** Whether the chain would take a contract of this creation code, and for how much gas. */
  public Simulation simulateCreation(Address from, String data) throws IOException {
    return simulate(
        Transaction.createContractTransaction(
            from.toString(), null, null, null, BigInteger.ZERO, data));
  }

  /** Asked of the latest block: in the pending one our own transaction may stand already. */
  private Simulation simulate(Transaction transaction) throws IOException {
    List<?> parameters = List.of(transaction, DefaultBlockParameterName.LATEST.getValue());
    var answer = answer(new Request<>("eth_estimateGas", parameters, http, EthEstimateGas.class));
    if (answer.hasError()) {
      NodeError error = error(answer);
      if (!error.isRevert()) {
        throw new NodeErrorException("eth_estimateGas", error);
      }
      return new Simulation.Reverts(RevertDecoder.name(error.data(), error.message()));
    }
    return new Simulation.Passes(answer.getAmountUsed().longValueExact());
  }

  /**
   * Sends a signed transaction; sending the same bytes again is harmless.
   *
   * @return the node's objection, if it has one
   */
  public Optional<NodeError> send(byte[] raw) throws IOException {
    var answer = answer(web3j.ethSendRawTransaction(Hex.encode(raw)));
    return answer.hasError() ? Optional.of(error(answer)) : Optional.empty();
  }

  /** The receipt of a transaction, once a block includes it. */
  public Optional<InclusionReceipt> receipt(Bytes32 transaction) throws IOException {
    return ask(web3j.ethGetTransactionReceipt(transaction.toString()))
        .getTransactionReceipt()
        .map(EthereumClient::receipt);
  }

  private static InclusionReceipt receipt(TransactionReceipt receipt) {
    return new InclusionReceipt(
        Bytes32.parse(receipt.getTransactionHash()),
        receipt.isStatusOK(),
        receipt.getBlockNumber().longValueExact(),
        receipt.getGasUsed().longValueExact(),
        Optional.ofNullable(receipt.getContractAddress()).map(Address::parse));
  }

  List<? extends EthLog.LogResult<?>> logs(EthFilter filter) throws IOException {
    return ask(web3j.ethGetLogs(filter)).getLogs();
  }

  /** Whether the node knows this transaction, in a block or waiting for one. */
  public boolean knows(Bytes32 transaction) throws IOException {
    return ask(web3j.ethGetTransactionByHash(transaction.toString())).getTransaction().isPresent();
  }

  private static <T extends Response<?>> T ask(Request<?, T> request) throws IOException {
    T answer = answer(request);
    if (answer.hasError()) {
      throw new NodeErrorException(request.getMethod(), error(answer));
    }
    return answer;
  }

  private static NodeError error(Response<?> answer) {
    Response.Error error = answer.getError();
    String message = error.getMessage();
    return new NodeError(error.getCode(), message == null ? "" : message, text(error.getData()));
  }

  /** web3j gives the data as JSON, a text with its quotation marks. */
  private static @Nullable String text(@Nullable String json) {
    if (json == null || json.length() < 2 || !json.startsWith("\"")) {
      return json;
    }
    return json.substring(1, json.length() - 1);
  }

  /** The answer may be an error; web3j's own exceptions become the one that callers expect. */
  private static <T extends Response<?>> T answer(Request<?, T> request) throws IOException {
    try {
      return request.send();
    } catch (ClientConnectionException | JacksonException e) {
      throw new IOException(request.getMethod() + ": " + e.getMessage(), e);
    }
  }
}
