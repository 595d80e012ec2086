package org.softpause.authz.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.protocol.token.TokenKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the service's token key from a file that only its owner may read, and makes it on the first
 * start. Agents pin the key, so it must not be lost.
 */
@Configuration(proxyBeanMethods = false)
class TokenKeyConfiguration {
  private static final Logger log = LoggerFactory.getLogger(TokenKeyConfiguration.class);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  @Bean
  TokenKey tokenKey(TokenSettings settings, SecureRandom random) {
    Path file = settings.keyFile().path().toAbsolutePath();
    try {
      if (Files.exists(file)) {
        return read(file, random);
      }
      TokenKey made = TokenKey.generate(random);
      write(file, made);
      log.info("made token key {} and keeps it in {}", made.publicIdentity().kid(), file);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the token key in " + file, e);
    }
  }

  private static TokenKey read(Path file, SecureRandom random) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IllegalStateException(file + " must have mode 0600");
    }
    return TokenKey.ofSecretJwk(Files.readAllBytes(file), random);
  }

  private static void write(Path file, TokenKey key) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished =
        Files.createTempFile(
            file.getParent(), ".token-key", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(unfinished, key.secretJwk());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
