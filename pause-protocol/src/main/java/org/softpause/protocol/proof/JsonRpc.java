package org.softpause.protocol.proof;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.protocol.transport.Transport;
import org.softpause.protocol.transport.TransportRequest;
import org.softpause.protocol.transport.TransportResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of an Ethereum node's JSON-RPC 2.0 over HTTP. Each call has a limit on time and on
 * bytes.
 */
public final class JsonRpc {
  private static final int MAX_DEPTH = 32;
  private static final int OK = 200;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final Transport transport;
  private final URI endpoint;
  private final Duration timeout;
  private final int maxBytes;

  /** As the other, over HTTP. */
  public JsonRpc(HttpClient client, URI endpoint, Duration timeout, int maxBytes) {
    this(new HttpTransport(client), endpoint, timeout, maxBytes);
  }

  /**
   * Makes a client that sends nothing before its first call.
   *
   * @param timeout for a whole call, from connecting to the last byte
   * @param maxBytes of an answer's body
   */
  public JsonRpc(Transport transport, URI endpoint, Duration timeout, int maxBytes) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /**
   * Calls a method and returns the {@code result}, which may be a null node.
   *
   * @throws RpcException if the node cannot be reached, answers with an error, or not as the
   *     standard says, or if the gathering that the transport limits is used up
   */
  public JsonNode call(String method, Json... params) throws RpcException {
    TransportResponse response = send(method, request(method, params));
    if (response.status() != OK) {
      throw new RpcException(method + ": HTTP status " + response.status());
    }
    JsonNode answer = parse(method, response.body());
    if (answer.hasNonNull("error")) {
      throw refused(method, answer.get("error"));
    }
    JsonNode result = answer.get("result");
    if (result == null || answer.path("id").asInt(0) != 1) {
      throw new RpcException(method + ": not a JSON-RPC answer");
    }
    return result;
  }

  private TransportRequest request(String method, Json... params) {
    byte[] body =
        CanonicalJson.encode(
            new ObjectWriter()
                .text("jsonrpc", "2.0")
                .number("id", 1)
                .text("method", method)
                .json("params", new JsonArray(List.of(params)))
                .toJson());
    return TransportRequest.post(endpoint, body, timeout, maxBytes);
  }

  private TransportResponse send(String method, TransportRequest request) throws RpcException {
    try {
      return transport.send(request);
    } catch (HttpTimeoutException e) {
      throw new RpcException(method + ": no answer within " + timeout, e);
    } catch (InterruptedIOException e) {
      throw new RpcException(method + ": interrupted", e);
    } catch (RuleViolation usedUp) {
      throw new RpcException(method + ": " + usedUp.getMessage(), usedUp);
    } catch (IOException e) {
      throw new RpcException(method + ": " + host() + " cannot be reached", e);
    }
  }

  /** The only part of the address that messages may show: the rest may hold the customer's key. */
  private String host() {
    return endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
  }

  private static JsonNode parse(String method, byte[] body) throws RpcException {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new RpcException(method + ": the answer is not JSON", e);
    }
  }

  private static RpcException refused(String method, JsonNode error) {
    JsonNode data = error.path("data");
    return new RpcException(
        method + ": the node answers " + brief(error),
        data.isString() ? Optional.of(data.asString()) : Optional.empty());
  }

  private static String brief(JsonNode error) {
    String text = error.path("code").asString("") + " " + error.path("message").asString("");
    return text.length() <= 200 ? text : text.substring(0, 200);
  }
}
