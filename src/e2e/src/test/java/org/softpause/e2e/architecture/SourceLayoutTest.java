package org.softpause.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.e2e.architecture.MainSources.TopLevelType;

/** Rules on names and sizes, over the source files of every module. */
class SourceLayoutTest {
  private static final int MOST_TYPES_IN_A_PACKAGE = 30;

  /** Simple names that several main types share on purpose, each with its reason. */
  private static final Map<String, String> DELIBERATE_TWINS = Map.of();

  @Test
  void noPackageHoldsMoreThanThirtyTypes() {
    Map<Path, Integer> sizes = new TreeMap<>();
    by(TopLevelType::folder).forEach((folder, types) -> sizes.put(folder, types.size()));
    sizes.values().removeIf(size -> size <= MOST_TYPES_IN_A_PACKAGE);
    assertThat(sizes).isEmpty();
  }

  @Test
  void onlyDeliberateTwinsShareASimpleName() {
    Map<String, List<TopLevelType>> names = by(TopLevelType::simpleName);
    names.values().removeIf(types -> types.size() == 1);
    assertThat(names.keySet()).as(names.toString()).isEqualTo(DELIBERATE_TWINS.keySet());
  }

  @ParameterizedTest
  @EnumSource(value = Module.class, names = "DB", mode = EnumSource.Mode.EXCLUDE)
  void theSourcesOfAModuleAreThereToBeChecked(Module module) {
    assertThat(MainSources.typesOf(module.folder())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/e2e", "src/bench"})
  void theSourcesOutsideTheProductAreThereToo(String module) {
    assertThat(MainSources.typesOf(module)).isNotEmpty();
  }

  private static <K> Map<K, List<TopLevelType>> by(Function<TopLevelType, K> key) {
    return MainSources.types().stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
