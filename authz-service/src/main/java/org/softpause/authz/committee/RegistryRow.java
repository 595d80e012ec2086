package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Deployment;

/** The row of the one registry that this service serves, with its deployment file. */
@Entity
@Table(name = "registry")
class RegistryRow {
  @Id
  @Column(name = "singleton")
  private boolean only = true;

  @Column private byte[] address;
  @Column private long chainId;
  @Column private long deploymentBlock;
  @Column private Bytes32 codeHash;
  @Column private Bytes32 head0;
  private String deployment;
  @Column private Instant adoptedAt;

  @SuppressWarnings("NullAway.Init")
  protected RegistryRow() {}

  RegistryRow(Deployment deployment, byte[] file, Instant adoptedAt) {
    this.address = deployment.domain().registry().bytes();
    this.chainId = deployment.domain().chainId();
    this.deploymentBlock = deployment.deploymentBlock();
    this.codeHash = deployment.codeHash();
    this.head0 = deployment.genesis().head0();
    this.deployment = new String(file, StandardCharsets.UTF_8);
    this.adoptedAt = adoptedAt;
  }

  Deployment deployment() {
    return Deployment.parse(deployment.getBytes(StandardCharsets.UTF_8));
  }
}
