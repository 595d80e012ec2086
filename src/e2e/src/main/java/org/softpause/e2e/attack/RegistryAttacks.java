package org.softpause.e2e.attack;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.softpause.e2e.harness.PostgresServer;

/**
 * The attacks against the registry contract. Each attack with altered data first checks that the
 * unaltered call is accepted, so that only the alteration can be the reason for a refusal.
 */
public record RegistryAttacks(AnchoringCall genuine, PostgresServer database, String decision) {

  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  /** All attacks, in the order in which the demo shows them. */
  public List<Attack> all() {
    return List.of(
        new Attack(
            "Two of the three signature shares, put together by a dishonest service that owns its"
                + " database, are submitted to the contract",
            "WrongSignature",
            this::twoShares),
        new Attack(
            "The genuine signature is submitted to the contract under another ceiling: 1 %"
                + " instead of 5 %",
            "WrongSignature", this::anotherCeiling),
        new Attack(
            "The genuine certificate is submitted to the contract a second time",
            "SlotOccupied",
            () -> genuine.now()));
  }

  private AttackResult twoShares() throws IOException {
    requireGenuineIsTaken();
    List<BigInteger> shares = new ServiceDatabase(database).signatureShares(decision);
    BigInteger z = shares.get(0).add(shares.get(1)).mod(ORDER);
    return genuine.withResponse(z).beforeAnchoring();
  }

  private AttackResult anotherCeiling() throws IOException {
    requireGenuineIsTaken();
    return genuine.withCeiling(100).beforeAnchoring();
  }

  private void requireGenuineIsTaken() throws IOException {
    AttackResult attackResult = genuine.beforeAnchoring();
    if (attackResult.isRefused()) {
      throw new IllegalStateException("the genuine call is refused as well: " + attackResult);
    }
  }
}
