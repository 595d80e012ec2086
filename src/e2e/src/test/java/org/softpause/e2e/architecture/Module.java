package org.softpause.e2e.architecture;

import java.util.Set;
import java.util.stream.Stream;

/** The product's modules: the folder and packages of each, and the modules that it may use. */
enum Module {
  THRESHOLD_SIGNING("threshold-signing", "org.softpause.frost.."),
  CONTRACTS("contracts", "org.softpause.contracts.."),
  DB("db", "org.softpause.db.."),
  PAUSE_PROTOCOL("pause-protocol", "org.softpause.protocol.."),
  SIGNER("signer", "org.softpause.signer.."),
  SITE_AGENT("site-agent", "org.softpause.agent.."),
  AUDITOR("auditor", "org.softpause.auditor.."),
  AUTHZ_SERVICE("authz-service", "org.softpause.authz..");

  private final String folder;
  private final String packages;

  Module(String folder, String packages) {
    this.folder = folder;
    this.packages = packages;
  }

  String folder() {
    return folder;
  }

  String packages() {
    return packages;
  }

  /** The packages of every module that this one must not use. */
  String[] forbidden() {
    return Stream.of(values())
        .filter(module -> module != this && !mayUse().contains(module))
        .map(Module::packages)
        .toArray(String[]::new);
  }

  private Set<Module> mayUse() {
    return switch (this) {
      case THRESHOLD_SIGNING, CONTRACTS, DB -> Set.of();
      case PAUSE_PROTOCOL -> Set.of(THRESHOLD_SIGNING);
      case SIGNER, SITE_AGENT, AUDITOR -> Set.of(PAUSE_PROTOCOL, THRESHOLD_SIGNING, CONTRACTS);
      case AUTHZ_SERVICE -> Set.of(PAUSE_PROTOCOL, THRESHOLD_SIGNING, CONTRACTS, DB);
    };
  }
}
