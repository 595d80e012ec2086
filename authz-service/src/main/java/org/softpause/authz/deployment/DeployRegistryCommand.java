package org.softpause.authz.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.authz.system.LocalFile;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.protocol.transport.Transport;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code deploy-registry}: deploys a registry for committees whose ceremonies are complete. It
 * verifies everything that the service says, and what the node says of the deployed contract.
 */
@Command(
    name = "deploy-registry",
    description = "Deploys a registry for committees whose ceremonies are complete, and checks it.",
    mixinStandardHelpOptions = true)
public final class DeployRegistryCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int REFUSED = 1;
  private static final int UNUSABLE = 2;
  private static final int UNREACHABLE = 3;

  @Option(names = "--rpc", required = true, description = "JSON-RPC endpoint")
  private URI rpc = URI.create("http://127.0.0.1:8545");

  @Option(
      names = "--sender-key-file",
      required = true,
      description = "file with the private key that pays for gas, hex, mode 0600")
  private Path senderKeyFile = Path.of("sender.key");

  @Option(
      names = "--service",
      required = true,
      description = "service on whose board the ceremonies were held")
  private URI service = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--standing",
      required = true,
      split = ",",
      description = "ceremony ids of STANDING")
  private List<String> standing = List.of();

  @Option(names = "--emergency", split = ",", description = "ceremony ids of EMERGENCY")
  private List<String> emergency = List.of();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private ExemptionOptions exemption = new ExemptionOptions();

  @Option(names = "--lead-seconds", defaultValue = "1800")
  private long leadSeconds;

  @Option(names = "--min-ramp-seconds", defaultValue = "900")
  private long minRampSeconds;

  @Mixin private LicenceOptions licence = new LicenceOptions();

  @Option(names = "--out", required = true, description = "the deployment file to write")
  private Path out = Path.of("deployment.json");

  /** Runs the command and returns its exit code: 0 done, 1 refused, 2 unusable, 3 unreachable. */
  public static int run(String... arguments) {
    return new CommandLine(new DeployRegistryCommand()).execute(arguments);
  }

  @Override
  public Integer call() {
    try (DeploymentFileWriter file = DeploymentFileWriter.to(out)) {
      SenderKey sender = SenderKey.read(senderKeyFile);
      Deployment deployment = deploy(sender);
      tell(deployment, file.write(deployment));
      return 0;
    } catch (FileAlreadyExistsException exists) {
      System.err.println(
          "refused: "
              + out
              + " exists, and nothing was sent; a registry is deployed once, so name another file"
              + " if a second one is meant");
      return REFUSED;
    } catch (IllegalStateException | UncheckedIOException unusable) {
      System.err.println("refused: " + unusable.getMessage());
      return UNUSABLE;
    } catch (RuleViolation violation) {
      System.err.println("refused: " + violation.getMessage());
      return REFUSED;
    } catch (IOException | UnreachableException | ServiceRefusal e) {
      System.err.println("unreachable: " + e.getMessage());
      return UNREACHABLE;
    }
  }

  /** The registry's address stands alone in the first line, for scripts. */
  private static void tell(Deployment deployment, DeploymentFileWriter.Written written) {
    System.out.println(deployment.domain().registry());
    System.out.println(
        "chain %d, block %d, code %s, head_0 %s"
            .formatted(
                deployment.domain().chainId(),
                deployment.deploymentBlock(),
                deployment.codeHash(),
                deployment.genesis().head0()));
    for (MandateName mandate : MandateName.values()) {
      deployment.genesis().committees(mandate).stream()
          .map(key -> mandate + " is held by roster " + key.roster())
          .forEach(System.out::println);
    }
    ExemptionOptions.describe(deployment.genesis().parameters().exemptBelowPflops())
        .forEach(System.out::println);
    System.out.println("SHA-256 of " + written.file() + ": " + written.sha256());
  }

  private Deployment deploy(SenderKey sender) throws IOException {
    var founders = founders(new BulletinBoard(new ServiceClient(transport(), service, TIMEOUT)));
    var deployer =
        new RegistryDeployer(
            new EthereumSettings(rpc, new LocalFile(senderKeyFile), TIMEOUT),
            sender,
            Waiter.THREAD);
    return deployer.deploy(founders, parameters());
  }

  private FoundingCommittees founders(BulletinBoard board) {
    return new FoundingCommittees(
        ids(standing).stream().map(board::complete).toList(),
        ids(emergency).stream().map(board::complete).toList());
  }

  private static Transport transport() {
    return new HttpTransport(HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
  }

  private RegistryParameters parameters() {
    return licence.parameters(exemption.exemptBelow(), leadSeconds, minRampSeconds);
  }

  private static List<Bytes32> ids(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).map(Bytes32::parse).toList();
  }
}
