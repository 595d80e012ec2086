package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Path;

/** The real disk until its n-th step, which fails, halfway where a step can be half done. */
public final class FailingDisk implements Disk {
  private final PosixDisk disk = new PosixDisk();
  private int stepsLeft = Integer.MAX_VALUE;

  public void failAtStep(int step) {
    stepsLeft = step;
  }

  public void repair() {
    stepsLeft = Integer.MAX_VALUE;
  }

  @Override
  public byte[] read(Path file, int limit) throws IOException {
    return disk.read(file, limit);
  }

  @Override
  public void writeNew(Path file, byte[] content) throws IOException {
    if (--stepsLeft == 0) {
      byte[] half = java.util.Arrays.copyOf(content, content.length / 2);
      disk.writeNew(file, half);
      throw new IOException("power lost while writing");
    }
    disk.writeNew(file, content);
  }

  @Override
  public void deleteIfExists(Path file) throws IOException {
    step();
    disk.deleteIfExists(file);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    step();
    disk.rename(source, target);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    step();
    disk.syncFolder(folder);
  }

  private void step() throws IOException {
    if (--stepsLeft == 0) {
      throw new IOException("power lost");
    }
  }
}
