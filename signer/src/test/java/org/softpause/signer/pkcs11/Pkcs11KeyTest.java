package org.softpause.signer.pkcs11;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.signer.store.StoreException;

/**
 * A P-256 key that SoftHSM made and keeps. The signer runs in a process of its own, since a PKCS#11
 * module finds its configuration by the process's environment.
 */
class Pkcs11KeyTest {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/softhsm/libsofthsm2.so"));
  private static final String PIN = "4711-4711";

  @TempDir static Path folder;
  private static Path library = Path.of("");

  @BeforeAll
  static void aTokenWithAKey() throws Exception {
    library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(library);
    assumeTrue(
        Files.exists(library) && !library.toString().isEmpty(),
        "SoftHSM is not installed (Debian: softhsm2), so that no token can be tried");
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "signer",
        "--pin",
        PIN,
        "--so-pin",
        PIN);
    Files.writeString(
        folder.resolve("pkcs11.cfg"), "name = t\nlibrary = " + library + "\nslotListIndex = 0\n");
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-providerclass",
        "sun.security.pkcs11.SunPKCS11",
        "-providerarg",
        folder.resolve("pkcs11.cfg").toString(),
        "-storepass",
        PIN,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-alias",
        "identity",
        "-dname",
        "CN=Kenya");
  }

  @Test
  void aKeyInATokenSignsWhatItsPublicIdentityVerifies() throws Exception {
    assertThat(signWith("identity", PIN)).startsWith("verified ");
  }

  @Test
  void anotherAliasOrPinIsRefusedWithoutThePin() throws Exception {
    assertThat(signWith("nobody", PIN)).contains("TOKEN").doesNotContain(PIN);
    assertThat(signWith("identity", "0815-0815")).contains("TOKEN").doesNotContain("0815");
  }

  @Test
  void aLibraryThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Pkcs11KeyUser.open(folder.resolve("nothing.so"), "identity", PIN))
        .isInstanceOf(StoreException.class);
  }

  private static String signWith(String alias, String pin) throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return run(java, "-cp", classes, Pkcs11KeyUser.class.getName(), library.toString(), alias, pin);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
