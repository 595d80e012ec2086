package org.softpause.authz.ethereum;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.softpause.contracts.web3j.PauseRegistry;
import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.datatypes.CustomError;

/** Decodes the data of a revert into the name of the contract's error. */
final class RevertDecoder {
  private static final int SELECTOR_DIGITS = 10;
  private static final Map<String, String> NAMES = names();

  private RevertDecoder() {}

  /**
   * The error's name; the selector of an unknown error; the node's message if there is no data.
   *
   * @param data what the call returned, hex
   */
  static String name(@Nullable String data, String words) {
    if (data == null || data.length() < SELECTOR_DIGITS) {
      return words.isBlank() ? "reverted" : words;
    }
    String selector = data.substring(0, SELECTOR_DIGITS);
    return NAMES.getOrDefault(selector, "reverted with " + selector);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (Field field : PauseRegistry.class.getFields()) {
      if (field.getType() == CustomError.class) {
        try {
          CustomError error = (CustomError) field.get(null);
          String hash = CustomErrorEncoder.encode(error);
          names.put(hash.substring(0, SELECTOR_DIGITS), error.getName());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("the wrapper hides " + field.getName(), e);
        }
      }
    }
    return Map.copyOf(names);
  }
}
