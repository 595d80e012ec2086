package org.softpause.signer.operation;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Address;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.protocol.transport.Transport;
import org.softpause.signer.airgap.FileTransport;
import org.softpause.signer.airgap.PendingRequests;
import org.softpause.signer.airgap.Recipient;
import org.softpause.signer.pkcs11.Pkcs11Key;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.SidecarFile;
import org.softpause.signer.store.StoreDirectory;

/**
 * One signer as an operation finds it: its store, its identity, the service and its own node. Each
 * part is opened when it is first needed, so that an operation asks for no passphrase and no
 * address that it can do without.
 */
public final class SignerContext {
  private static final String STORE = "the key store";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final SignerSettings settings;
  private final Passphrases passphrases;
  private final Clock clock;
  private final SecureRandom random;
  private final Waiter waiter;
  private final Argon2Cost cost;
  private @Nullable SignerStore store;
  private @Nullable Identity identity;
  private @Nullable ServiceClient service;
  private @Nullable Transport transport;

  /**
   * Nothing is opened yet.
   *
   * @param clock with the reader's time zone
   * @param cost of one guess at the passphrase of a new file
   */
  public SignerContext(
      SignerSettings settings,
      Passphrases passphrases,
      Clock clock,
      SecureRandom random,
      Waiter waiter,
      Argon2Cost cost) {
    this.settings = settings;
    this.passphrases = passphrases;
    this.clock = clock;
    this.random = random;
    this.waiter = waiter;
    this.cost = cost;
  }

  public Clock clock() {
    return clock;
  }

  /** Unix seconds by this machine's clock. */
  public long now() {
    return clock.instant().getEpochSecond();
  }

  public SecureRandom random() {
    return random;
  }

  /** Lets time pass between two attempts. */
  public Waiter waiter() {
    return waiter;
  }

  /** The cost of one guess at the passphrase of a new file. */
  public Argon2Cost cost() {
    return cost;
  }

  /** Where the store's passphrase comes from. */
  public Passphrases passphrases() {
    return passphrases;
  }

  public Path folder() {
    return settings.folder();
  }

  /** Creates the store of a new signer. */
  public void create(SignerState state) {
    var secret = passphrases.chosen(STORE);
    StoreDirectory directory = StoreDirectory.create(folder());
    store = SignerStore.create(directory, new PosixDisk(), secret, cost, random, state);
  }

  public SignerStore store() {
    if (store == null) {
      store =
          SignerStore.open(
              StoreDirectory.open(folder()), new PosixDisk(), passphrases.known(STORE), random);
    }
    return store;
  }

  public Identity identity() {
    if (identity == null) {
      identity = identity(store().read().identity());
    }
    return identity;
  }

  /** The identity of a key that is in no store yet. */
  public Identity identity(IdentityKey key) {
    return switch (key) {
      case IdentityKey.Software software -> software(software);
      case IdentityKey.Token token -> Pkcs11Key.open(token);
    };
  }

  private Identity software(IdentityKey.Software key) {
    byte[] secret = key.secret().exposeSecretBytes();
    Identity made = SoftwareIdentity.ofSecretBytes(secret, random);
    Arrays.fill(secret, (byte) 0);
    return made;
  }

  public ServiceClient service() {
    if (service == null) {
      service = new ServiceClient(transport(), serviceAddress(), TIMEOUT);
    }
    return service;
  }

  /** The bulletin board of key ceremonies. */
  public BulletinBoard board() {
    return new BulletinBoard(service());
  }

  /** Whether this machine has no network, so that requests are carried in files. */
  public boolean airGapped() {
    return settings.airGapped();
  }

  /** The requests of a machine without network. */
  public PendingRequests pendingRequests() {
    StoreDirectory directory = StoreDirectory.open(folder());
    return new PendingRequests(
        SidecarFile.of(directory, new PosixDisk(), SidecarFile.PENDING_REQUESTS));
  }

  /**
   * The service's address.
   *
   * @throws MissingAddressException if none was given
   */
  public URI serviceAddress() {
    return airGapped() ? Recipient.SERVICE.address() : required(settings.service(), "service");
  }

  /** The own node's address, if one was given. */
  public Optional<URI> nodeAddress() {
    return settings.rpc();
  }

  /** Whether the own node can be asked. */
  public boolean hasNode() {
    return airGapped() ? pendingRequests().hasNode() : settings.rpc().isPresent();
  }

  /**
   * This signer's own node, asked about the registry at that address.
   *
   * @throws MissingAddressException if none was given
   */
  public OwnNode node(Address registry) {
    URI address = airGapped() ? Recipient.NODE.address() : required(settings.rpc(), "rpc");
    return new OwnNode(transport(), address, registry);
  }

  /** How requests leave this machine. */
  public Transport transport() {
    if (transport == null) {
      transport = airGapped() ? new FileTransport(pendingRequests()) : network();
    }
    return transport;
  }

  private static Transport network() {
    return new HttpTransport(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build());
  }

  private static URI required(Optional<URI> address, String setting) {
    return address.orElseThrow(() -> new MissingAddressException(setting));
  }
}
