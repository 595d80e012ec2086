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
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.protocol.transport.Transport;
import org.softpause.signer.airgap.FileTransport;
import org.softpause.signer.airgap.PendingRequests;
import org.softpause.signer.airgap.Recipient;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.command.option.PassphraseSource;
import org.softpause.signer.pkcs11.Pkcs11Key;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.SidecarFile;
import org.softpause.signer.store.StoreDirectory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands of one run share; each part is made when it is first needed. */
public final class SignerContext {
  private static final String STORE = "the key store";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final CommandSpec spec;
  private final RuntimeEnvironment runtimeEnvironment;
  private final Path folder;
  private final PassphraseSource passphrase;
  private final Optional<URI> serviceAddress;
  private final Optional<URI> rpcAddress;
  private final boolean airGap;
  private final boolean json;
  private @Nullable SignerStore store;
  private @Nullable Identity identity;
  private @Nullable ServiceClient service;
  private @Nullable Transport transport;

  public SignerContext(
      CommandSpec spec,
      RuntimeEnvironment runtimeEnvironment,
      Path folder,
      PassphraseSource passphrase,
      Optional<URI> serviceAddress,
      Optional<URI> rpcAddress,
      boolean airGap,
      boolean json) {
    this.spec = spec;
    this.runtimeEnvironment = runtimeEnvironment;
    this.folder = folder;
    this.passphrase = passphrase;
    this.serviceAddress = serviceAddress;
    this.rpcAddress = rpcAddress;
    this.airGap = airGap;
    this.json = json;
  }

  public Console console() {
    return runtimeEnvironment.console();
  }

  /** Whether machines read the answer. */
  public boolean json() {
    return json;
  }

  public Clock clock() {
    return runtimeEnvironment.clock();
  }

  public SecureRandom random() {
    return runtimeEnvironment.random();
  }

  /** Makes the store of a new signer. */
  public SignerStore create(SignerState state) {
    Passphrase secret = passphrase.chosen(STORE);
    StoreDirectory storeDirectory = StoreDirectory.create(folder);
    store =
        SignerStore.create(
            storeDirectory, new PosixDisk(), secret, runtimeEnvironment.cost(), random(), state);
    return store;
  }

  public SignerStore store() {
    if (store == null) {
      store =
          SignerStore.open(
              StoreDirectory.open(folder), new PosixDisk(), passphrase.known(STORE), random());
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
    Identity made = SoftwareIdentity.ofSecretBytes(secret, random());
    Arrays.fill(secret, (byte) 0);
    return made;
  }

  /** What a guess at the passphrase of a new file shall cost. */
  public Argon2Cost cost() {
    return runtimeEnvironment.cost();
  }

  /**
   * The passphrase of a backup.
   *
   * @param other where it is another one than the store's
   */
  public Passphrase backupPassphrase(Optional<Path> other) {
    return other
        .map(file -> PassphraseSource.of(Optional.of(file)))
        .orElse(passphrase)
        .known("the backup, and of the key store");
  }

  public ServiceClient service() {
    if (service == null) {
      service = new ServiceClient(transport(), serviceAddress(), TIMEOUT);
    }
    return service;
  }

  /** Whether this machine reaches nobody, and files are carried. */
  public boolean airGapped() {
    return airGap;
  }

  public Path folder() {
    return folder;
  }

  public PendingRequests pendingRequests() {
    StoreDirectory storeDirectory = StoreDirectory.open(folder);
    return new PendingRequests(
        SidecarFile.of(storeDirectory, new PosixDisk(), SidecarFile.MAILBAG));
  }

  public URI serviceAddress() {
    return airGap ? Recipient.SERVICE.address() : required(serviceAddress, "--service");
  }

  public URI rpcAddress() {
    return airGap ? Recipient.NODE.address() : required(rpcAddress, "--rpc");
  }

  public Optional<URI> optionalRpcAddress() {
    return rpcAddress;
  }

  /** This signer's own node, asked about the registry at that address. */
  public OwnNode chain(Address registry) {
    return new OwnNode(transport(), rpcAddress(), registry);
  }

  public boolean hasRpc() {
    return airGap ? pendingRequests().hasNode() : rpcAddress.isPresent();
  }

  public Transport transport() {
    if (transport == null) {
      transport = airGap ? new FileTransport(pendingRequests()) : new HttpTransport(client());
    }
    return transport;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  private URI required(Optional<URI> address, String option) {
    return address.orElseThrow(
        () -> new ParameterException(spec.commandLine(), "this command needs " + option));
  }
}
