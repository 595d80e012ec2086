package org.softpause.protocol.hardware;

import java.util.OptionalInt;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A line of a hardware table.
 *
 * @param form what is counted as one, such as a module on a board
 * @param watts the maker's published power of one, absent where the maker publishes none
 * @param sourceTitle the maker's document that states the rates
 * @param sourceUrl where that document stands
 */
public record Accelerator(
    HardwareModel model,
    String maker,
    String product,
    String form,
    PublishedRates rates,
    OptionalInt watts,
    String sourceTitle,
    String sourceUrl) {
  private static final int MAX_TEXT = 120;
  private static final int MAX_WATTS = 100_000;

  /**
   * Checks the line.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE} for an empty or long text, or watts outside
   *     1..100000; {@link Rule#MALFORMED_VALUE} for a source that is not on the web
   */
  public Accelerator {
    requireText("maker", maker);
    requireText("product", product);
    requireText("form", form);
    requireText("title", sourceTitle);
    requireText("url", sourceUrl);
    if (!sourceUrl.startsWith("https://")) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "a source's url begins with https://");
    }
    if (watts.isPresent() && (watts.getAsInt() < 1 || watts.getAsInt() > MAX_WATTS)) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "watts is within 1.." + MAX_WATTS);
    }
  }

  private static void requireText(String field, String text) {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, field + " has 1 to " + MAX_TEXT + " characters");
    }
  }

  private record Source(String title, String url) {
    static Source read(ObjectReader in) {
      return new Source(in.text("title", MAX_TEXT), in.text("url", MAX_TEXT));
    }
  }

  /**
   * Codec for {@link ObjectReader#object}.
   *
   * @throws RuleViolation {@link Rule#HARDWARE_RATE_WRONG} if the line's {@code gigaflops} is not
   *     what its rates give
   */
  static Accelerator read(ObjectReader in) {
    HardwareModel model = in.value("model", HardwareModel::new);
    PublishedRates rates =
        new PublishedRates(
            in.number("gigaflops16", 0, PublishedRates.MOST),
            in.number("gigaflops8", 0, PublishedRates.MOST),
            in.number("gigaflops4", 0, PublishedRates.MOST));
    if (in.number("gigaflops", 0, PublishedRates.MOST) != rates.counted()) {
      throw new RuleViolation(
          Rule.HARDWARE_RATE_WRONG, model + ": gigaflops must be " + rates.counted());
    }
    Source source = in.object("source", Source::read);
    return new Accelerator(
        model,
        in.text("maker", MAX_TEXT),
        in.text("product", MAX_TEXT),
        in.text("form", MAX_TEXT),
        rates,
        in.has("watts") ? OptionalInt.of(in.small("watts", 1, MAX_WATTS)) : OptionalInt.empty(),
        source.title(),
        source.url());
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("model", model.name())
            .text("maker", maker)
            .text("product", product)
            .text("form", form)
            .number("gigaflops16", rates.gigaflops16())
            .number("gigaflops8", rates.gigaflops8())
            .number("gigaflops4", rates.gigaflops4())
            .number("gigaflops", rates.counted())
            .json(
                "source",
                new ObjectWriter().text("title", sourceTitle).text("url", sourceUrl).toJson());
    watts.ifPresent(value -> out.number("watts", value));
    return out.toJson();
  }
}
