package org.softpause.protocol.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.softpause.protocol.proof.RecordedProof.HEAD;
import static org.softpause.protocol.proof.RecordedProof.REGISTRY;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.json.JsonString;

/** Runs against a server on loopback that answers as each test says. */
class JsonRpcTest {
  private static final int MAX_BYTES = 20_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile UnaryOperator<String> answer = request -> "";
  private volatile int status = 200;

  JsonRpcTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void startServer() {
    server.createContext("/", this::serve);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] body = answer.apply(request).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    client.close();
  }

  private JsonRpc rpc() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new JsonRpc(client, endpoint, Duration.ofSeconds(20), MAX_BYTES);
  }

  private void fails(String answered, String why) {
    answer = request -> answered;
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> rpc().call("eth_chainId"))
        .withMessageContaining("eth_chainId")
        .withMessageContaining(why);
  }

  private static String result(String json) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + json + "}";
  }

  @Test
  void aCallIsJsonRpcAndItsResultComesBack() throws RpcException {
    answer = request -> result("\"" + request.replace("\"", "'") + "\"");
    assertThat(rpc().call("eth_x", new JsonString("0x1")).asString())
        .isEqualTo("{'id':1,'jsonrpc':'2.0','method':'eth_x','params':['0x1']}");
    answer = request -> result("null");
    assertThat(rpc().call("eth_x").isNull()).isTrue();
  }

  @Test
  void whatIsNoAnswerIsSaidToBeNone() {
    fails("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"no\"}}", "no");
    fails("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":1}", "not a JSON-RPC answer");
    fails("{\"jsonrpc\":\"2.0\",\"id\":1}", "not a JSON-RPC answer");
    fails("[]", "not a JSON-RPC answer");
    fails("", "not a JSON-RPC answer");
    fails("<html>", "not JSON");
    fails(result("1") + "1", "not JSON");
    fails(result("[".repeat(100) + "]".repeat(100)), "not JSON");
    status = 500;
    fails(result("1"), "HTTP status 500");
  }

  @Test
  void aContractsReasonIsHandedOn() {
    answer =
        request ->
            "{\"id\":1,\"error\":{\"code\":3,\"message\":\"reverted\",\"data\":\"0x12345678\"}}";
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> rpc().call("eth_call"))
        .satisfies(e -> assertThat(e.revertData()).contains("0x12345678"));
  }

  @Test
  void anAnswerHasAsManyBytesAsAllowed() throws RpcException {
    int room = MAX_BYTES - result("\"\"").length();
    answer = request -> result("\"" + "x".repeat(room) + "\"");
    assertThat(rpc().call("eth_x").asString()).hasSize(room);
    fails(result("\"" + "x".repeat(room + 1) + "\""), "cannot be reached");
  }

  @Test
  void nobodyThereIsSaidSo() {
    JsonRpc rpc = rpc();
    server.stop(0);
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> rpc.call("eth_chainId"))
        .withMessageContaining("cannot be reached");
  }

  @Test
  void aRecordedNodeIsReadLikeAnyOther() throws RpcException {
    answer = request -> result(recorded(request));
    RegistryReader reader = new RegistryReader(rpc(), REGISTRY);
    BlockRef block = reader.block(BlockTag.FINALIZED);
    assertThat(block).isEqualTo(RecordedProof.header().block());
    assertThat(reader.head(block)).isEqualTo(HEAD);
    assertThat(reader.proof(block)).isEqualTo(RecordedProof.proof());
  }

  @Test
  void aBlockWhoseMembersDoNotHaveItsHashIsRefused() {
    answer =
        request -> result(recorded(request).replace("\"gasLimit\":\"0x1", "\"gasLimit\":\"0x2"));
    RegistryReader reader = new RegistryReader(rpc(), REGISTRY);
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> reader.proof(RecordedProof.header().block()))
        .withMessageContaining("do not have the hash");
  }

  @Test
  void aBlockThatTheNodeDoesNotKnowIsSaidSo() {
    answer = request -> result("null");
    RegistryReader reader = new RegistryReader(rpc(), REGISTRY);
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> reader.block(BlockTag.LATEST))
        .withMessageContaining("does not know the block");
  }

  private static String recorded(String request) {
    if (request.contains("eth_getBlockBy")) {
      return RecordedProof.answer("block").toString();
    }
    return request.contains("eth_getProof")
        ? RecordedProof.answer("proof").toString()
        : "\"" + HEAD + "\"";
  }
}
