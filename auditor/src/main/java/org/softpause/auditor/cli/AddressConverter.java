package org.softpause.auditor.cli;

import java.util.Locale;
import org.softpause.protocol.Address;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses an address in any letter case, since wallets encode a checksum in the case. */
final class AddressConverter implements ITypeConverter<Address> {
  @Override
  public Address convert(String value) {
    try {
      return Address.parse(value.toLowerCase(Locale.ROOT));
    } catch (RuleViolation malformed) {
      throw new TypeConversionException("an address is 0x followed by 40 hex digits");
    }
  }
}
