package org.softpause.signer.command;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.ceremony.Progress;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.service.Unreachable;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** Looks at one ceremony again and again, and outlasts what passes by itself. */
final class Vigil {
  private static final int MAX_FAILURES_IN_A_ROW = 100;

  private final Participation participation;
  private final Bytes32 ceremony;
  private int failures;

  Vigil(Participation participation, Bytes32 ceremony) {
    this.participation = participation;
    this.ceremony = ceremony;
  }

  /**
   * One look, with what there was to do.
   *
   * @throws Unreachable once the service has been away for a hundred looks
   */
  Progress look() {
    try {
      Progress progress = participation.advance(ceremony);
      failures = 0;
      return progress;
    } catch (StoreException refused) {
      return waitingIf(refused.problem() == StoreProblem.BUSY, refused, "another command");
    } catch (ServiceRefusal refused) {
      return waitingIf(
          refused.slug().equals(Rule.WRONG_PHASE.slug()), refused, "the board to move on");
    } catch (Unreachable away) {
      failures++;
      return waitingIf(failures < MAX_FAILURES_IN_A_ROW, away, "the service");
    }
  }

  private static Progress waitingIf(boolean passing, RuntimeException failure, String whom) {
    if (!passing) {
      throw failure;
    }
    return new Progress.Waiting("not reached", whom);
  }
}
