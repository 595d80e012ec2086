package org.softpause.auditor.history;

import java.util.List;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;

/**
 * A change of who holds a mandate.
 *
 * @param at Unix seconds
 * @param sequence of the decision; 0 for the deployment
 * @param epoch the mandate's after it
 * @param joined keys that had no part in the mandate before
 * @param left keys that have none any more
 * @param changed keys that stayed under another roster, or as another kind of body
 * @param stayed keys that stayed as they were
 */
public record MandateChange(
    long at,
    long sequence,
    MandateName mandate,
    long epoch,
    List<CommitteeKey> joined,
    List<CommitteeKey> left,
    List<CommitteeKey> changed,
    List<CommitteeKey> stayed) {}
