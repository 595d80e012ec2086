package org.softpause.contracts;

/**
 * Where the constructor wrote an immutable into the runtime bytecode, as one big-endian word.
 *
 * @param start offset of the first byte
 * @param length number of bytes, 32
 * @param name the registry parameter held there, such as {@code leadSeconds}
 */
public record ImmutableRange(int start, int length, String name) {

  static ImmutableRange parse(String text) {
    String[] parts = text.split(":", -1);
    return new ImmutableRange(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }
}
