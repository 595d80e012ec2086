package org.softpause.authz.system;

import java.net.http.HttpClient;
import org.softpause.protocol.Address;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.springframework.stereotype.Component;

/** Makes readers of a registry's storage and code at the node that this service uses. */
@Component
public class RegistryReaderFactory {
  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private final JsonRpc rpc;

  /** Connects on the first call. */
  public RegistryReaderFactory(EthereumSettings settings) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.rpc = new JsonRpc(client, settings.rpcUrl(), settings.timeout(), MAX_ANSWER_BYTES);
  }

  /** Reads a registry at that node. */
  public RegistryReader reader(Address registry) {
    return new RegistryReader(rpc, registry);
  }
}
