package org.softpause.signer.ceremony;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** Looks at one ceremony again and again, and tolerates failures that pass by themselves. */
final class CeremonyPoller {
  private static final int MAX_FAILURES_IN_A_ROW = 100;

  private final CeremonySteps steps;
  private final Bytes32 ceremony;
  private int failures;

  CeremonyPoller(CeremonySteps steps, Bytes32 ceremony) {
    this.steps = steps;
    this.ceremony = ceremony;
  }

  /**
   * Takes a look and the next step, if there is one.
   *
   * @throws UnreachableException once the service has been away for a hundred looks
   */
  CeremonyProgress look() {
    try {
      CeremonyProgress progress = steps.advance(ceremony);
      failures = 0;
      return progress;
    } catch (StoreException refused) {
      return waitingIf(refused.problem() == StoreProblem.BUSY, refused, "another command");
    } catch (ServiceRefusal refused) {
      return waitingIf(
          refused.slug().equals(Rule.WRONG_PHASE.slug()), refused, "the board to move on");
    } catch (UnreachableException away) {
      failures++;
      return waitingIf(failures < MAX_FAILURES_IN_A_ROW, away, "the service");
    }
  }

  private static CeremonyProgress waitingIf(
      boolean passing, RuntimeException failure, String whom) {
    if (!passing) {
      throw failure;
    }
    return new CeremonyProgress.Waiting("not reached", whom);
  }
}
