package org.softpause.protocol.json;

/** True or false. */
public record JsonFlag(boolean value) implements Json {
  @Override
  public String kind() {
    return "boolean";
  }
}
