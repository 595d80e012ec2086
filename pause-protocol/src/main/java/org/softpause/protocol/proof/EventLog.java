package org.softpause.protocol.proof;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** One event of a registry as a node reports it, without proof. */
public final class EventLog {

  private final List<Bytes32> topics;
  private final byte[] data;
  private final Place place;

  /**
   * Where in the chain the event is, as the node reports it.
   *
   * @param index the event's index among all events of its block
   */
  public record Place(long block, Bytes32 blockHash, Bytes32 transaction, long index) {
    static Place read(ObjectReader in) {
      return new Place(
          in.number("block", 0, JsonInteger.MAX),
          in.bytes32("blockHash"),
          in.bytes32("transaction"),
          in.number("index", 0, JsonInteger.MAX));
    }

    JsonObject toJson() {
      return new ObjectWriter()
          .number("block", block)
          .bytes32("blockHash", blockHash)
          .bytes32("transaction", transaction)
          .number("index", index)
          .toJson();
    }

    boolean isAfter(Place other) {
      return block > other.block || (block == other.block && index > other.index);
    }
  }

  public EventLog(List<Bytes32> topics, byte[] data, Place place) {
    this.topics = List.copyOf(topics);
    this.data = data.clone();
    this.place = place;
  }

  public List<Bytes32> topics() {
    return topics;
  }

  /** Returns a copy. */
  public byte[] data() {
    return data.clone();
  }

  public Place place() {
    return place;
  }

  /** Codec for {@link ObjectReader#object}. */
  public static EventLog read(ObjectReader in) {
    return new EventLog(
        in.values("topics", Bytes32::parse),
        in.value("data", Hex::parse),
        in.object("place", Place::read));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .array("topics", topics, topic -> new JsonString(topic.toString()))
        .hex("data", data)
        .json("place", place.toJson())
        .toJson();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventLog that
        && topics.equals(that.topics)
        && Arrays.equals(data, that.data)
        && place.equals(that.place);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }

  @Override
  public String toString() {
    return "event " + place.index() + " of block " + place.block();
  }
}
