package org.softpause.authz.system;

import java.nio.file.Path;

/**
 * A file that a setting names, relative to the folder in which the service was started. Spring
 * would read a {@link Path} as a resource of the web application, and fail on one outside of it.
 */
public record LocalFile(Path path) {
  /** Reads a setting; Spring's binder looks for a method of this name. */
  public static LocalFile valueOf(String setting) {
    return new LocalFile(Path.of(setting));
  }
}
