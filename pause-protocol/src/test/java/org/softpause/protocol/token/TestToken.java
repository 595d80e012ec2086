package org.softpause.protocol.token;

import static org.softpause.protocol.fixture.TestRegistry.NOW;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/** Makes a log of a drill, a pause and its lift, and tokens about that log. */
final class TestToken {
  static final TokenKey KEY = TokenKey.generate(new SeededRandom(1));
  static final TokenKey OTHER_KEY = TokenKey.generate(new SeededRandom(2));
  static final TokenVerifier VERIFIER =
      new TokenVerifier(KEY.publicIdentity(), TestRegistry.DOMAIN);
  static final List<LogEntry> LOG = log();

  private TestToken() {}

  private static List<LogEntry> log() {
    Pause pause = new PauseBuilder().build();
    List<Decision> decisions =
        List.of(
            new PauseBuilder().slot(10).drill(true).build(),
            pause,
            TestRegistry.lift(0, pause.id(TestRegistry.DOMAIN), NOW + 1));
    RegistryState state = TestRegistry.state();
    List<LogEntry> log = new ArrayList<>();
    for (Decision decision : decisions) {
      log.add(TestRegistry.entry(state, decision, NOW + log.size()));
      state = state.apply(log.getLast());
    }
    return List.copyOf(log);
  }

  /** The state after that many entries. */
  static RegistryState stateAt(int sequence) {
    return LogVerification.replay(TestRegistry.state(), LOG.subList(0, sequence));
  }

  /** What an honest service attests about the log between these two sequence numbers. */
  static Attestation attestation(int from, int sequence) {
    return attestation(sequence, stateAt(sequence).head(), from, LOG.subList(from, sequence));
  }

  static Attestation attestation(long sequence, Bytes32 head, long from, List<LogEntry> log) {
    return attestation(TestRegistry.DOMAIN, sequence, head, from, log);
  }

  static Attestation attestation(
      Eip712Domain domain, long sequence, Bytes32 head, long from, List<LogEntry> log) {
    BlockRef block = new BlockRef(100, Bytes32.ZERO, NOW + 100);
    return new Attestation(domain, sequence, head, block, from, log, List.of(), Optional.empty());
  }

  static String issued(Attestation attestation) {
    return new TokenIssuer(KEY, "https://service.example", Duration.ofMinutes(5))
        .issue(attestation, NOW);
  }

  /** Any claims, signed by the service's key. */
  static String signed(byte[] claims) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(Token.TYP))
            .keyID(KEY.publicIdentity().kid())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(claims));
    jws.sign(new ECDSASigner(KEY.secretKey()));
    return jws.serialize();
  }
}
