package org.softpause.agent.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.softpause.agent.run.LastStatus;
import org.softpause.protocol.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = "Prints what the running agent wrote last, as one JSON object.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    byte[] status = CanonicalJson.encode(LastStatus.read(config.read().state()));
    System.out.println(new String(status, StandardCharsets.UTF_8));
    return 0;
  }
}
