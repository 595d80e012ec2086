package org.softpause.authz.startup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** All settings that begin with {@code softpause}, as the settings records name them. */
final class KnownSettings {
  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("softpause");

  private final Set<String> names;

  private KnownSettings(Set<String> names) {
    this.names = names;
  }

  /** Finds the records in the same way as Spring does. */
  static KnownSettings find() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    return new KnownSettings(
        scanner.findCandidateComponents("org.softpause.authz").stream()
            .flatMap(KnownSettings::namesOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Settings that somebody gave and nobody reads. */
  Set<String> unknownIn(ConfigurableEnvironment environment) {
    Set<String> unknown = new TreeSet<>();
    for (var source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource given) {
        given.stream()
            .filter(OURS::isAncestorOf)
            .filter(name -> !isKnown(name))
            .forEach(name -> unknown.add(name.toString()));
      }
    }
    return unknown;
  }

  private boolean isKnown(ConfigurationPropertyName name) {
    return names.contains(letters(name.toString()));
  }

  private static Stream<String> namesOf(BeanDefinition definition) {
    Class<?> settings =
        ClassUtils.resolveClassName(
            Objects.requireNonNull(definition.getBeanClassName()),
            KnownSettings.class.getClassLoader());
    String prefix =
        Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value();
    return Arrays.stream(settings.getRecordComponents())
        .map(component -> letters(prefix + component.getName()));
  }

  /**
   * The letters alone: an environment variable can write a setting's name without its hyphens, or
   * with underscores in their place. An index of a list is left out too.
   */
  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
