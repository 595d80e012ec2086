package org.softpause.signer.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.softpause.signer.store.Disk;
import org.softpause.signer.store.PosixDisk;

/**
 * A disk whose power fails at its n-th step. What a folder holds is certain only once the folder
 * was synced: of what was done to it since, any part may be lost, and a file being written may be
 * there in part.
 */
final class PowerCutDisk implements Disk {
  private final PosixDisk disk = new PosixDisk();
  private final Map<Path, byte[]> durable = new HashMap<>();
  private final List<Change> pending = new ArrayList<>();
  private int stepsLeft = Integer.MAX_VALUE;

  /** One change of a folder's entries. */
  @FunctionalInterface
  private interface Change {
    void apply(Map<Path, byte[]> files);
  }

  void cutAtStep(int step) {
    stepsLeft = step;
  }

  /** Puts on the real disk what is there when the power comes back. */
  void restart(Path folder, Random random) throws IOException {
    pending.stream().filter(change -> random.nextBoolean()).forEach(c -> c.apply(durable));
    pending.clear();
    stepsLeft = Integer.MAX_VALUE;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<Path, byte[]> file : durable.entrySet()) {
      disk.writeNew(file.getKey(), file.getValue());
    }
  }

  @Override
  public byte[] read(Path file, int limit) throws IOException {
    return disk.read(file, limit);
  }

  @Override
  public void writeNew(Path file, byte[] content) throws IOException {
    if (--stepsLeft == 0) {
      byte[] part = Arrays.copyOf(content, content.length / 2);
      pending.add(files -> files.put(file, part));
      throw new IOException("the power failed");
    }
    disk.writeNew(file, content);
    pending.add(files -> files.put(file, content));
  }

  @Override
  public void deleteIfExists(Path file) throws IOException {
    pending.add(files -> files.remove(file));
    step();
    disk.deleteIfExists(file);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    byte[] content = disk.read(source, Integer.MAX_VALUE - 1);
    pending.add(
        files -> {
          files.remove(source);
          files.put(target, content);
        });
    step();
    disk.rename(source, target);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    step();
    disk.syncFolder(folder);
    pending.forEach(change -> change.apply(durable));
    pending.clear();
  }

  private void step() throws IOException {
    if (--stepsLeft == 0) {
      throw new IOException("the power failed");
    }
  }
}
