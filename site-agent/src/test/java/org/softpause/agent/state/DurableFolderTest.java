package org.softpause.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFolderTest {
  @TempDir Path above;

  @Test
  void theFolderIsMadeByTheFirstWriteAndIsItsOwnersAlone() throws IOException {
    for (String name : new String[] {"replaced", "appended"}) {
      Path path = above.resolve(name);
      DurableFolder folder = DurableFolder.open(path);
      assertThat(path).doesNotExist();
      if (name.equals("replaced")) {
        folder.replace("file", new byte[] {1});
      } else {
        folder.append("file", new byte[] {1});
      }
      assertThat(Files.readAllBytes(path.resolve("file"))).containsExactly(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void whatIsReplacedLeavesNothingOfItselfAndWhatIsAppendedFollows() throws IOException {
    DurableFolder folder = DurableFolder.open(above);
    folder.replace("file", new byte[] {1, 2, 3});
    folder.replace("file", new byte[] {4});
    folder.append("file", new byte[] {5, 6});
    assertThat(Files.readAllBytes(folder.file("file"))).containsExactly(4, 5, 6);
    assertThat(above.resolve("file.new")).doesNotExist();
  }
}
