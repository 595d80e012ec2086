package org.softpause.authz;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;

/**
 * A service with its database and node, five signatories, and the registry that their committee
 * holds alone.
 */
public final class SingleCommitteeRegistry extends RegistryWorld {
  private final URI rpc;
  private final Signatories signatories;
  private RunningService service;

  private SingleCommitteeRegistry(long seed, UnaryOperator<URI> way) {
    this.rpc = way.apply(anvil().endpoint());
    this.service = startSendingService(rpc);
    this.signatories = new Signatories(seed, service);
    deploy("--standing=" + signatories.foundCommittee(), "--lead-seconds=5");
  }

  /** The world that tests share unless they need one of their own. */
  public static SingleCommitteeRegistry shared() {
    return Shared.INSTANCE;
  }

  /** Shared too; its decisions are signed and never anchored, so that no slot is ever occupied. */
  public static SingleCommitteeRegistry sharedThatOnlySigns() {
    return Signing.INSTANCE;
  }

  /** A world of its own, whose service talks to the node directly. */
  public static SingleCommitteeRegistry found(long seed) {
    return new SingleCommitteeRegistry(seed, UnaryOperator.identity());
  }

  /** A world of its own, whose service reaches the node in this way. */
  public static SingleCommitteeRegistry found(long seed, UnaryOperator<URI> way) {
    return new SingleCommitteeRegistry(seed, way);
  }

  /** Stops the service as an operator would. */
  public void stopService() {
    service.close();
  }

  /** Starts it again on the same database, with more settings if need be. */
  public RunningService restartService(String... settings) {
    service = startSendingService(rpc, settings);
    signatories.turnTo(service);
    return service;
  }

  /** One more service on the same database that signs but never sends anything to the chain. */
  public RunningService startReplica() {
    return startSilentService(rpc);
  }

  /** One more service on the same database that sends, and reaches the node directly. */
  public RunningService startOtherSender() {
    return startSendingService(anvil().endpoint());
  }

  @Override
  public RunningService service() {
    return service;
  }

  public Signatories signatories() {
    return signatories;
  }

  public Lift lift(int slot, Bytes32 pauseId) {
    long now = now();
    return new Lift(
        MandateName.STANDING,
        0,
        new Slot(slot),
        pauseId,
        now,
        now + 3_600,
        Signatories.reasonHash());
  }

  /** Goes on with a service that does not send. */
  private SingleCommitteeRegistry onlySigning() {
    service.close();
    service = startReplica();
    signatories.turnTo(service);
    return this;
  }

  private static final class Signing {
    static final SingleCommitteeRegistry INSTANCE = found(43).onlySigning();
  }

  private static final class Shared {
    static final SingleCommitteeRegistry INSTANCE = found(41);
  }
}
