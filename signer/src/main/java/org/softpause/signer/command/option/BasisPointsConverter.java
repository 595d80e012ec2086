package org.softpause.signer.command.option;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a ceiling in basis points: {@code 5%}, {@code 2.5%}, {@code 500bps} or {@code 500}. */
public final class BasisPointsConverter implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(\\.[0-9]{1,2})?(%|bps|)");

  @Override
  public Integer convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || (matcher.group(2) != null && !matcher.group(3).equals("%"))) {
      throw new TypeConversionException("a ceiling is like 5%, 2.5% or 500bps, not " + text);
    }
    String number = text.substring(0, matcher.start(3));
    return matcher.group(3).equals("%")
        ? new BigDecimal(number).movePointRight(2).intValueExact()
        : Integer.parseInt(number);
  }
}
