package org.softpause.protocol.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that people read shows the table that programs read. */
class HardwarePageTest {
  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "hardware.md");

  @Test
  void thePageShowsExactlyTheLinesAndTheHashOfTheShippedTable() throws IOException {
    HardwareTable table = ShippedTables.newest();
    List<String> page = Files.readAllLines(PAGE);
    assertThat(page).contains("SHA-256: `" + table.hash() + "`");
    assertThat(page.stream().filter(line -> line.startsWith("| `")))
        .containsExactlyElementsOf(table.lines().stream().map(HardwarePageTest::row).toList());
  }

  private static String row(Accelerator line) {
    PublishedRates rates = line.rates();
    return "| `%s` | %s | %s | %s | %s | %s | %s | [%s](%s) |"
        .formatted(
            line.model(),
            line.form(),
            teraflops(rates.gigaflops16()),
            teraflops(rates.gigaflops8()),
            teraflops(rates.gigaflops4()),
            teraflops(rates.counted()),
            line.watts().isPresent() ? "" + line.watts().getAsInt() : "–",
            line.sourceTitle(),
            line.sourceUrl());
  }

  private static String teraflops(long gigaflops) {
    return gigaflops == 0
        ? "–"
        : BigDecimal.valueOf(gigaflops, 3).stripTrailingZeros().toPlainString();
  }
}
