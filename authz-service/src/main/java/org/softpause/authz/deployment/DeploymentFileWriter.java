package org.softpause.authz.deployment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.Deployment;

/**
 * Writes the deployment file atomically, because running services look for it while it is written.
 * The place is made ready before anything is paid for, and a file that is there already stays.
 */
final class DeploymentFileWriter implements AutoCloseable {
  /** Everybody compares this file, and nothing in it is secret. */
  private static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path target;
  private final Path unfinished;

  private DeploymentFileWriter(Path target, Path unfinished) {
    this.target = target;
    this.unfinished = unfinished;
  }

  /**
   * Makes the place ready.
   *
   * @throws FileAlreadyExistsException if there is such a file
   */
  static DeploymentFileWriter to(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path folder = target.getParent();
    Files.createDirectories(folder);
    return new DeploymentFileWriter(target, Files.createTempFile(folder, ".deployment", ".json"));
  }

  /** A file that was written, with the SHA-256 of its bytes in hex. */
  record Written(Path file, String sha256) {}

  /**
   * Writes the file. Should another one have appeared in its place meanwhile, that one stays, and
   * the name of this one ends with the registry's address: it was paid for.
   */
  Written write(Deployment deployment) throws IOException {
    byte[] bytes = CanonicalJson.encode(deployment.toJson());
    Files.write(unfinished, bytes);
    Files.setPosixFilePermissions(unfinished, PUBLIC);
    Path written = Files.exists(target, LinkOption.NOFOLLOW_LINKS) ? beside(deployment) : target;
    Files.move(unfinished, written);
    return new Written(written, HexFormat.of().formatHex(sha256(bytes)));
  }

  private Path beside(Deployment deployment) {
    return target.resolveSibling(target.getFileName() + "." + deployment.domain().registry());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }
}
