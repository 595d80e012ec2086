package org.softpause.agent.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.softpause.protocol.token.Token;

/** Reads the token from a file, for sites without a connection. */
public record FileTokenSource(Path file) implements TokenSource {
  private static final int SLACK = 16;

  @Override
  public byte[] fetch() throws EndpointUnreachable {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Token.MAX_LENGTH + SLACK);
    } catch (IOException e) {
      throw new EndpointUnreachable("token file " + file + " cannot be read", e);
    }
  }
}
