package org.softpause.protocol.json;

/** True or false. */
public record JsonBoolean(boolean value) implements Json {
  @Override
  public String kind() {
    return "boolean";
  }
}
