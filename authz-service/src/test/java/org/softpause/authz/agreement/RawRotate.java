package org.softpause.authz.agreement;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.web3j.abi.datatypes.Type;

/** A rotation as anyone may send it. */
final class RawRotate extends RawDecision {
  int target;
  long targetEpoch;
  List<Body> committees = List.of();

  /** A committee whose key may be none. */
  record Body(Bytes32 x, Bytes32 y, boolean civil, Bytes32 roster) {
    static Body of(CommitteeKey key) {
      return new Body(key.x(), key.y(), key.civil(), key.roster());
    }

    private PauseRegistry.Committee toAbi() {
      return new PauseRegistry.Committee(
          new BigInteger(1, x.bytes()), new BigInteger(1, y.bytes()), civil, roster.bytes());
    }
  }

  @Override
  Decision toDecision() {
    MandateName name = mandate(mandate);
    List<CommitteeKey> keys =
        committees.stream()
            .map(body -> CommitteeKey.of(body.x(), body.y(), body.civil(), body.roster()))
            .toList();
    return new Rotate(
        name, epoch, mandate(target), targetEpoch, keys, proposedAt, anchorBy, reasonHash);
  }

  @Override
  Type<?> toAbi() {
    return new PauseRegistry.Rotate(
        big(mandate),
        big(epoch),
        big(target),
        big(targetEpoch),
        committees.stream().map(Body::toAbi).toList(),
        big(proposedAt),
        big(anchorBy),
        reasonHash.bytes());
  }

  @Override
  String kind() {
    return "Rotate";
  }

  @Override
  long longestValidity() {
    return Rotate.MAX_VALIDITY_SECONDS;
  }
}
