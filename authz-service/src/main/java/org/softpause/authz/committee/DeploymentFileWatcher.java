package org.softpause.authz.committee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.RegistryReaderFactory;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.Deployment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Waits for the deployment file, and adopts its registry once the chain agrees with it. */
@Component
class DeploymentFileWatcher {
  private static final Logger log = LoggerFactory.getLogger(DeploymentFileWatcher.class);

  private final @Nullable Path file;
  private final ServedRegistry registry;
  private final RegistryReaderFactory readers;
  private String lastRefusal = "";

  DeploymentFileWatcher(
      RegistrySettings settings, ServedRegistry registry, RegistryReaderFactory readers) {
    this.file = settings.deploymentFile();
    this.registry = registry;
    this.readers = readers;
  }

  @Scheduled(fixedDelayString = "${softpause.registry.look-every}")
  void look() {
    if (file == null || !Files.exists(file) || registry.find().isPresent()) {
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Deployment deployment = Deployment.parse(bytes);
      readers.reader(deployment.domain().registry()).check(deployment);
      registry.adopt(deployment, bytes);
      log.info("this service now serves registry {}", deployment.domain().registry());
    } catch (RuleViolation | IOException e) {
      warnOnce(e);
    }
  }

  private void warnOnce(Throwable failure) {
    String refusal = failure.toString();
    if (!refusal.equals(lastRefusal)) {
      log.warn("the deployment file {} cannot be adopted: {}", file, refusal);
      lastRefusal = refusal;
    }
  }
}
