package org.softpause.e2e.harness;

import tools.jackson.databind.JsonNode;

/** Thrown for an error of an Ethereum node; has the revert data in hex, which may be empty. */
public final class RpcError extends RuntimeException {

  private final String data;

  private RpcError(String message, String data) {
    super(message);
    this.data = data;
  }

  static RpcError of(String method, JsonNode error) {
    return new RpcError(
        method + ": " + error.path("message").asString(""), error.path("data").asString(""));
  }

  public String data() {
    return data;
  }
}
