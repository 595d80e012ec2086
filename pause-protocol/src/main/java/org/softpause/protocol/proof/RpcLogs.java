package org.softpause.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import tools.jackson.databind.JsonNode;

/** Reads a node's answer to eth_getLogs and refuses events that were not asked for. */
final class RpcLogs {
  private static final int MAX_TOPICS = 4;

  private RpcLogs() {}

  static List<EventLog> read(JsonNode answer, Address registry, long from, long to)
      throws RpcException {
    if (!answer.isArray()) {
      throw new RpcException("eth_getLogs: the answer is not an array");
    }
    List<EventLog> logs = new ArrayList<>(answer.size());
    EventLog.@Nullable Place previous = null;
    for (JsonNode log : answer) {
      requireAsked(log, registry);
      EventLog event = event(log);
      EventLog.Place place = event.place();
      if (place.block() < from || place.block() > to) {
        throw new RpcException("eth_getLogs: block " + place.block() + " was not asked for");
      }
      if (previous != null && !place.isAfter(previous)) {
        throw new RpcException("eth_getLogs: block " + place.block() + " is out of order");
      }
      logs.add(event);
      previous = place;
    }
    return logs;
  }

  private static void requireAsked(JsonNode log, Address registry) throws RpcException {
    byte[] address = RpcValues.data(log.path("address"), "address");
    if (address.length != Address.LENGTH || !Address.of(address).equals(registry)) {
      throw new RpcException("eth_getLogs: an event of another contract");
    }
    if (log.path("removed").asBoolean(false)) {
      throw new RpcException("eth_getLogs: an event that was taken back");
    }
  }

  private static EventLog event(JsonNode log) throws RpcException {
    return new EventLog(
        topics(log.path("topics")),
        RpcValues.data(log.path("data"), "data"),
        new EventLog.Place(
            RpcValues.number(log.path("blockNumber"), "blockNumber"),
            RpcValues.bytes32(log.path("blockHash"), "blockHash"),
            RpcValues.bytes32(log.path("transactionHash"), "transactionHash"),
            RpcValues.number(log.path("logIndex"), "logIndex")));
  }

  private static List<Bytes32> topics(JsonNode topics) throws RpcException {
    List<byte[]> raw = RpcValues.dataList(topics, "topics");
    if (raw.size() > MAX_TOPICS) {
      throw new RpcException("eth_getLogs: an event has at most 4 topics");
    }
    try {
      return raw.stream().map(Bytes32::of).toList();
    } catch (RuleViolation malformed) {
      throw new RpcException("eth_getLogs: a topic has 32 bytes", malformed);
    }
  }
}
