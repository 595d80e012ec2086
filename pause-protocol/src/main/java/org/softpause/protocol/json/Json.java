package org.softpause.protocol.json;

/** A JSON value of the subset that signed documents use: no floats, no null. */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonInteger, JsonBoolean {
  /** What a person would call it, for messages. */
  String kind();
}
