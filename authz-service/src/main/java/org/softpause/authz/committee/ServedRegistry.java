package org.softpause.authz.committee;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.audit.AuditSubject;
import org.softpause.authz.audit.AuditTrail;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.Deployment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one registry that this service serves. Once it is adopted it never changes. */
@Component
public class ServedRegistry {
  private final EntityManager entities;
  private final RegistryRepository rows;
  private final CommitteeSeating seating;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final AtomicReference<@Nullable Deployment> known = new AtomicReference<>();

  ServedRegistry(
      EntityManager entities,
      RegistryRepository rows,
      CommitteeSeating seating,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.seating = seating;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The registry's deployment; empty while the service is only a bulletin board. */
  @Transactional(readOnly = true)
  public Optional<Deployment> find() {
    Deployment deployment = known.get();
    if (deployment == null) {
      deployment = rows.findByOnlyTrue().map(RegistryRow::deployment).orElse(null);
      known.set(deployment);
    }
    return Optional.ofNullable(deployment);
  }

  /**
   * The registry's deployment.
   *
   * @throws org.softpause.authz.system.Refusal if none is adopted yet
   */
  @Transactional(readOnly = true)
  public Deployment require() {
    return find()
        .orElseThrow(() -> Problem.NO_REGISTRY.because("this service serves no registry yet"));
  }

  /** Adopts a deployment that was checked against the chain, and seats its committees. */
  @Transactional
  void adopt(Deployment deployment, byte[] file) {
    entities.persist(new RegistryRow(deployment, file, clock.instant()));
    for (MandateName mandate : MandateName.values()) {
      seat(deployment, mandate);
    }
    audit.record(
        AuditSubject.REGISTRY,
        deployment.domain().registry().bytes(),
        "ADOPTED",
        "chain " + deployment.domain().chainId());
    events.publishEvent(new RegistryAdopted(deployment));
  }

  private void seat(Deployment deployment, MandateName mandate) {
    Map<Bytes32, JsonObject> rosters = new HashMap<>();
    deployment.rosters().forEach(roster -> rosters.put(CanonicalJson.hash(roster), roster));
    List<CommitteeKey> keys = deployment.genesis().committees(mandate);
    seating.found(
        mandate,
        keys.stream()
            .map(key -> Objects.requireNonNull(rosters.get(key.roster())))
            .map(roster -> ObjectReader.read(roster, Roster::read))
            .toList());
  }
}
