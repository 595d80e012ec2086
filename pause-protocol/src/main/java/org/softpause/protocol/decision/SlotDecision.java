package org.softpause.protocol.decision;

/** A decision about one slot. Within a slot {@link #proposedAt} only rises. */
public sealed interface SlotDecision extends Decision permits Pause, Lift, Withdraw {
  Slot slot();
}
