package org.softpause.protocol.registry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Codec of a registry's state in JSON, so that a program need not keep the log. It is for a
 * program's own disk: reading checks the form and the registry, but not that the log leads to this
 * state.
 */
public final class RegistryStateJson {
  private static final String TYPE = "softpause-registry-state-v1";

  private RegistryStateJson() {}

  public static JsonObject write(RegistryState state) {
    return new ObjectWriter()
        .text("type", TYPE)
        .bytes32("head0", state.genesis().head0())
        .bytes32("head", state.head())
        .number("sequence", state.sequence())
        .number("lastAnchoredAt", state.lastAnchoredAt())
        .flag("emergencyArmed", state.emergencyArmed())
        .number("operatingUntil", state.operatingUntil())
        .array("lapses", state.licence().ended(), RegistryStateJson::lapse)
        .array("mandates", List.of(MandateName.values()), name -> mandate(state.mandate(name)))
        .array("slots", state.slots(), RegistryStateJson::slot)
        .toJson();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws RuleViolation any rule of {@link ObjectReader}, {@link Rule#STATE_OF_ANOTHER_REGISTRY},
   *     {@link Rule#STATE_MALFORMED}
   */
  public static RegistryState read(ObjectReader in, Genesis genesis) {
    in.literal("type", TYPE);
    if (!in.bytes32("head0").equals(genesis.head0())) {
      throw new RuleViolation(
          Rule.STATE_OF_ANOTHER_REGISTRY, "the state does not begin with this genesis");
    }
    return new RegistryState(
        genesis,
        new LogHead(
            in.bytes32("head"),
            in.number("sequence", 0, JsonInteger.MAX),
            in.number("lastAnchoredAt", 0, Uint.MAX_48)),
        mandates(in.objects("mandates", RegistryStateJson::readMandate)),
        in.flag("emergencyArmed"),
        new Licence(
            in.number("operatingUntil", 0, Uint.MAX_48),
            in.objects("lapses", lapse -> readLapse(lapse, genesis))),
        slots(in.objects("slots", RegistryStateJson::readSlot), genesis));
  }

  private static JsonObject mandate(Mandate mandate) {
    return new ObjectWriter()
        .number("epoch", mandate.epoch())
        .array("committees", mandate.committees(), CommitteeKey::toJson)
        .flag("drilled", mandate.drilled())
        .toJson();
  }

  private static Mandate readMandate(ObjectReader in) {
    return new Mandate(
        in.number("epoch", 0, Uint.MAX_32),
        in.objects("committees", CommitteeKey::read),
        in.flag("drilled"));
  }

  private static Map<MandateName, Mandate> mandates(List<Mandate> list) {
    MandateName[] names = MandateName.values();
    if (list.size() != names.length) {
      throw malformed("a state has " + names.length + " mandates");
    }
    Map<MandateName, Mandate> mandates = new EnumMap<>(MandateName.class);
    for (MandateName name : names) {
      mandates.put(name, list.get(name.code()));
    }
    return mandates;
  }

  private static JsonObject lapse(Lapse lapse) {
    return new ObjectWriter()
        .number("operatingUntil", lapse.operatingUntil())
        .number("liftedAt", lapse.liftedAt())
        .toJson();
  }

  private static Lapse readLapse(ObjectReader in, Genesis genesis) {
    return Lapse.of(
        genesis.head0(),
        genesis.parameters(),
        in.number("operatingUntil", 0, Uint.MAX_48),
        in.number("liftedAt", 0, Uint.MAX_48));
  }

  private static JsonObject slot(SlotState slot) {
    ObjectWriter out = new ObjectWriter().number("latestProposedAt", slot.latestProposedAt());
    AnchoredPause pause = slot.latestPause();
    return (pause == null ? out : out.json("latestPause", pause.toJson())).toJson();
  }

  private static SlotState readSlot(ObjectReader in) {
    @Nullable AnchoredPause pause =
        in.has("latestPause") ? in.object("latestPause", AnchoredPause::read) : null;
    return new SlotState(in.number("latestProposedAt", 0, Uint.MAX_48), pause);
  }

  private static List<SlotState> slots(List<SlotState> slots, Genesis genesis) {
    if (slots.size() != Slot.COUNT) {
      throw malformed("a state has " + Slot.COUNT + " slots");
    }
    for (int i = 0; i < slots.size(); i++) {
      requireOwnPause(slots.get(i), i, genesis);
    }
    return slots;
  }

  private static void requireOwnPause(SlotState slot, int number, Genesis genesis) {
    AnchoredPause pause = slot.latestPause();
    if (pause == null) {
      return;
    }
    if (pause.pause().slot().value() != number
        || !pause.pause().id(genesis.domain()).equals(pause.id())) {
      throw malformed("slot " + number + " holds a pause that is not its own");
    }
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.STATE_MALFORMED, detail);
  }
}
