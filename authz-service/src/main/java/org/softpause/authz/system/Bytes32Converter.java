package org.softpause.authz.system;

import org.softpause.protocol.Bytes32;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Parses ids in paths and queries into {@link Bytes32}. */
@Component
class Bytes32Converter implements Converter<String, Bytes32> {
  @Override
  public Bytes32 convert(String text) {
    return Bytes32.parse(text);
  }
}
