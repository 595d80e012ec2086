package org.softpause.protocol.json;

/** A JSON value of the subset that signed documents use: no floats, no null. */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonInteger, JsonBoolean {
  /** The kind of value as refusals call it. */
  String kind();
}
