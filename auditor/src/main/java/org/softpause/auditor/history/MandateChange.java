package org.softpause.auditor.history;

import java.util.List;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;

/**
 * A change of the committees that hold a mandate.
 *
 * @param at the time of the change in Unix seconds
 * @param sequence the sequence number of the rotation; 0 for the deployment
 * @param epoch the mandate's epoch after the change
 * @param joined committees that did not hold the mandate before
 * @param left committees that no longer hold the mandate
 * @param changed committees that kept their key but have another roster or civil status
 * @param stayed committees that did not change
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
