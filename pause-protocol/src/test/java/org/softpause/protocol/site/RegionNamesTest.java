package org.softpause.protocol.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionNamesTest {
  private final RegionNames regions = RegionNames.load();

  @Test
  void everyCountryOfTheRuntimeHasExactlyOneNumber() {
    List<String> names =
        IntStream.rangeClosed(0, 999)
            .filter(regions::isAssigned)
            .mapToObj(regions::name)
            .map(name -> name.substring(0, name.length() - " (000)".length()))
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSize(regions.count());
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            List.of(Locale.getISOCountries()).stream()
                .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                .toList());
  }

  @Test
  void wellKnownNumbersHaveTheirNames() {
    assertThat(regions.name(276)).isEqualTo("Germany (276)");
    assertThat(regions.name(250)).isEqualTo("France (250)");
    assertThat(regions.name(840)).isEqualTo("United States (840)");
    assertThat(regions.name(4)).isEqualTo("Afghanistan (004)");
    assertThat(regions.name(894)).isEqualTo("Zambia (894)");
  }

  @Test
  void aNumberThatNobodyAssignedSaysSo() {
    assertThat(regions.name(999)).isEqualTo("unassigned region (999)");
    assertThat(regions.name(0)).isEqualTo("unassigned region (000)");
  }
}
