package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The signer's folder. It must have mode 0700, its files 0600, and neither may be a symbolic link.
 */
public final class StoreDirectory {
  static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

  private final Path folder;

  private StoreDirectory(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates the folder for its owner alone, or opens an existing one that is as strict.
   *
   * @throws StoreException PERMISSIONS or DISK
   */
  public static StoreDirectory create(Path folder) {
    try {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
    } catch (FileAlreadyExistsException exists) {
      return open(folder);
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot create " + folder, failure);
    }
    return open(folder);
  }

  /**
   * Opens a folder that {@link #create} made.
   *
   * @throws StoreException MISSING or PERMISSIONS
   */
  public static StoreDirectory open(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(
          StoreProblem.MISSING, "there is no signer in " + folder + "; run init");
    }
    requireMode(folder, FOLDER_MODE);
    return new StoreDirectory(folder);
  }

  /** Returns the paths of whatever in the folder is not a plain file of mode 0600. */
  public List<String> looseFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(StoreDirectory::isLoose).map(Path::toString).sorted().toList();
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot list " + folder, failure);
    }
  }

  private static boolean isLoose(Path file) {
    try {
      requireOwnersFile(file);
      return false;
    } catch (StoreException loose) {
      return true;
    }
  }

  Path folder() {
    return folder;
  }

  Path store() {
    return folder.resolve("store");
  }

  Path draft() {
    return folder.resolve("store.new");
  }

  Path lock() {
    return folder.resolve("lock");
  }

  /** Refuses a file that others could read, and whatever is not a plain file, such as a link. */
  static void requireOwnersFile(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(StoreProblem.MISSING, file + " is missing or is not a plain file");
    }
    requireMode(file, FILE_MODE);
  }

  private static void requireMode(Path path, Set<PosixFilePermission> mode) {
    Set<PosixFilePermission> found;
    try {
      found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot read the mode of " + path, failure);
    }
    if (!found.equals(mode)) {
      throw new StoreException(
          StoreProblem.PERMISSIONS,
          "%s has mode %s and must have %s"
              .formatted(
                  path, PosixFilePermissions.toString(found), PosixFilePermissions.toString(mode)));
    }
  }
}
