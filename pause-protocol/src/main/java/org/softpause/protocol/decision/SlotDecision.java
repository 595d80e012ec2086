package org.softpause.protocol.decision;

/** A decision about the pause of one slot. Within a slot {@link #proposedAt} only rises. */
public sealed interface SlotDecision extends Decision permits Pause, Lift {
  Slot slot();
}
