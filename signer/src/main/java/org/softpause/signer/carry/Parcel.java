package org.softpause.signer.carry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * The one file that crosses the gap, {@code softpause-parcel-v1}: errands on the way out, answers
 * on the way back. It holds no secret but the enrolment code of {@code init}, and nothing in it is
 * believed: documents are signed, and what the service says is checked by whoever reads it.
 *
 * @param at Unix seconds at which it was packed
 * @param errands each once, in order
 */
public record Parcel(long at, SequencedSet<Errand> errands, SequencedMap<Errand, Answer> answers) {
  /** Bytes of the file. */
  public static final int MAX_LENGTH = 32 * 1024 * 1024;

  static final Parcel EMPTY = new Parcel(0, new LinkedHashSet<>(), new LinkedHashMap<>());

  private static final String TYPE = "softpause-parcel-v1";
  private static final long UINT48 = 0xffff_ffff_ffffL;

  public Parcel {
    errands = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(errands));
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }

  private record Answered(Errand errand, Answer answer) {
    static Answered read(ObjectReader in) {
      return new Answered(in.object("errand", Errand::read), in.object("answer", Answer::read));
    }
  }

  /**
   * From {@link #encode}.
   *
   * @throws RuleViolation for anything else, repeated errands included
   */
  public static Parcel decode(byte[] file) {
    return StrictJson.read(file, MAX_LENGTH, Parcel::read);
  }

  private static Parcel read(ObjectReader in) {
    in.literal("type", TYPE);
    List<Errand> asked = in.objects("errands", Errand::read);
    SequencedSet<Errand> errands = new LinkedHashSet<>(asked);
    SequencedMap<Errand, Answer> answers = new LinkedHashMap<>();
    List<Answered> answered = in.objects("answers", Answered::read);
    answered.forEach(one -> answers.put(one.errand(), one.answer()));
    if (errands.size() != asked.size() || answers.size() != answered.size()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "an errand stands in the parcel twice");
    }
    return new Parcel(in.number("at", 0, UINT48), errands, answers);
  }

  /** Canonical JSON. */
  public byte[] encode() {
    return CanonicalJson.encode(
        new ObjectWriter()
            .text("type", TYPE)
            .number("at", at)
            .array("errands", List.copyOf(errands), errand -> errand.write().toJson())
            .array("answers", List.copyOf(answers.entrySet()), Parcel::answered)
            .toJson());
  }

  private static JsonObject answered(Map.Entry<Errand, Answer> one) {
    return new ObjectWriter()
        .json("errand", one.getKey().write().toJson())
        .json("answer", one.getValue().write().toJson())
        .toJson();
  }

  /** How many documents of this signer are still to be posted. */
  public long posts() {
    return errands.stream().filter(Errand::isPost).count();
  }
}
