package org.softpause.authz.committee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.LocalFile;
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
  private String lastDifference = "";

  DeploymentFileWatcher(
      RegistrySettings settings, ServedRegistry registry, RegistryReaderFactory readers) {
    LocalFile deployment = settings.deploymentFile();
    this.file = deployment == null ? null : deployment.path();
    this.registry = registry;
    this.readers = readers;
  }

  @Scheduled(fixedDelayString = "${softpause.registry.look-every}")
  void look() {
    if (file == null || !Files.exists(file)) {
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Deployment deployment = Deployment.parse(bytes);
      Optional<Deployment> served = registry.find();
      if (served.isPresent()) {
        compare(served.get(), deployment);
      } else {
        adopt(deployment, bytes);
      }
    } catch (RuleViolation | IOException e) {
      warnOnce(e);
    }
  }

  private void adopt(Deployment deployment, byte[] bytes) throws IOException {
    readers.reader(deployment.domain().registry()).check(deployment);
    registry.adopt(deployment, bytes);
    log.info("this service now serves registry {}", deployment.domain().registry());
  }

  /** A registry is adopted once; an operator who replaced the file has to learn that. */
  private void compare(Deployment served, Deployment inFile) {
    String difference = served.toJson().equals(inFile.toJson()) ? "" : inFile.toJson().toString();
    if (!difference.equals(lastDifference) && !difference.isEmpty()) {
      log.error(
          "THE DEPLOYMENT FILE {} IS NOT THAT OF THE REGISTRY SERVED HERE: it names registry {} on"
              + " chain {}, and this service has adopted registry {} on chain {} for good",
          file,
          inFile.domain().registry(),
          inFile.domain().chainId(),
          served.domain().registry(),
          served.domain().chainId());
    }
    lastDifference = difference;
  }

  private void warnOnce(Throwable failure) {
    String refusal = failure.toString();
    if (!refusal.equals(lastRefusal)) {
      log.warn("the deployment file {} cannot be adopted: {}", file, refusal);
      lastRefusal = refusal;
    }
  }
}
