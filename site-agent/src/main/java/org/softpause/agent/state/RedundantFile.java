package org.softpause.agent.state;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps one document in two files. The second is written only when the first is on the disk, so
 * that one of them is whole at every moment.
 */
final class RedundantFile {
  /** The result of reading both files. */
  sealed interface Found {}

  /** A whole document; {@code repaired} names the copy that needs repair, in one sentence. */
  record Whole(ChecksummedDocument document, Optional<String> repaired) implements Found {}

  /** Neither file exists. */
  record Nothing() implements Found {}

  /** At least one file exists, and no copy can be trusted. */
  record Damaged(String detail) implements Found {}

  private final DurableFolder folder;
  private final List<String> names;

  RedundantFile(DurableFolder folder, String name) {
    this.folder = folder;
    this.names = List.of(name + "-a", name + "-b");
  }

  void write(ChecksummedDocument document) throws IOException {
    byte[] copy = document.encode();
    for (String name : names) {
      folder.replace(name, copy);
    }
  }

  /** Reads without changing a file; {@code repaired} then says what {@link #recover} would do. */
  Found read() throws IOException {
    Optional<ChecksummedDocument> first = readCopy(names.get(0));
    Optional<ChecksummedDocument> second = readCopy(names.get(1));
    Optional<ChecksummedDocument> newest =
        Stream.of(first, second)
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(ChecksummedDocument::generation));
    if (newest.isPresent()) {
      return new Whole(newest.get(), warning(first, second));
    }
    return names.stream().anyMatch(name -> Files.exists(folder.file(name)))
        ? new Damaged("no copy of the state has a valid checksum")
        : new Nothing();
  }

  /** Reads, and replaces the worse copy with the better one. */
  Found recover() throws IOException {
    Found found = read();
    if (found instanceof Whole whole) {
      write(whole.document());
    }
    return found;
  }

  private Optional<String> warning(
      Optional<ChecksummedDocument> first, Optional<ChecksummedDocument> second) {
    if (first.isPresent() && second.isPresent()) {
      return Optional.empty();
    }
    String bad = first.isPresent() ? names.get(1) : names.get(0);
    return Optional.of(bad + " was lost or damaged and is repaired from the other copy");
  }

  private Optional<ChecksummedDocument> readCopy(String name) throws IOException {
    return Files.exists(folder.file(name))
        ? ChecksummedDocument.decode(Files.readAllBytes(folder.file(name)))
        : Optional.empty();
  }
}
