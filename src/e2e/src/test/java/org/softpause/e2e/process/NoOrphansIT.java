package org.softpause.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("demo")
class NoOrphansIT {

  @TempDir Path folder;

  @Test
  void serversGoDownWithAParentThatIsKilled() throws IOException, InterruptedException {
    Process parent = startParent();
    List<ProcessHandle> servers;
    try (BufferedReader output = parent.inputReader()) {
      servers = handles(output.readLine());
      assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
    } finally {
      parent.destroyForcibly().waitFor();
    }
    for (ProcessHandle server : servers) {
      Poll.untilTrue(
          "process " + server.pid() + " to end", Duration.ofSeconds(20), () -> !server.isAlive());
    }
  }

  private Process startParent() throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            ParentOfServers.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<ProcessHandle> handles(String pids) {
    return Stream.of(pids.split(" ")).map(Long::valueOf).map(NoOrphansIT::handle).toList();
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }
}
