package org.softpause.signer.airgap;

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
 * The one file that crosses the air gap, {@code softpause-parcel-v1}: requests on the way out,
 * answers on the way back. It holds no secret but the enrolment code of {@code init}, and nothing
 * in it is trusted: documents are signed, and whoever reads the service's answers checks them.
 *
 * @param at Unix seconds at which it was written
 * @param requests each once, in order
 */
public record TransferFile(
    long at,
    SequencedSet<CarriedRequest> requests,
    SequencedMap<CarriedRequest, CarriedAnswer> answers) {
  /** Bytes of the file. */
  public static final int MAX_LENGTH = 32 * 1024 * 1024;

  static final TransferFile EMPTY =
      new TransferFile(0, new LinkedHashSet<>(), new LinkedHashMap<>());

  private static final String TYPE = "softpause-parcel-v1";
  private static final long UINT48 = 0xffff_ffff_ffffL;

  public TransferFile {
    requests = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(requests));
    answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
  }

  private record Answered(CarriedRequest request, CarriedAnswer answer) {
    static Answered read(ObjectReader in) {
      return new Answered(
          in.object("errand", CarriedRequest::read), in.object("answer", CarriedAnswer::read));
    }
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws RuleViolation for anything else, repeated requests included
   */
  public static TransferFile decode(byte[] file) {
    return StrictJson.read(file, MAX_LENGTH, TransferFile::read);
  }

  private static TransferFile read(ObjectReader in) {
    in.literal("type", TYPE);
    List<CarriedRequest> asked = in.objects("errands", CarriedRequest::read);
    SequencedSet<CarriedRequest> requests = new LinkedHashSet<>(asked);
    SequencedMap<CarriedRequest, CarriedAnswer> answers = new LinkedHashMap<>();
    List<Answered> answered = in.objects("answers", Answered::read);
    answered.forEach(one -> answers.put(one.request(), one.answer()));
    if (requests.size() != asked.size() || answers.size() != answered.size()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "the file holds the same request twice");
    }
    return new TransferFile(in.number("at", 0, UINT48), requests, answers);
  }

  /** Canonical JSON. */
  public byte[] encode() {
    return CanonicalJson.encode(
        new ObjectWriter()
            .text("type", TYPE)
            .number("at", at)
            .array("errands", List.copyOf(requests), request -> request.write().toJson())
            .array("answers", List.copyOf(answers.entrySet()), TransferFile::answered)
            .toJson());
  }

  private static JsonObject answered(Map.Entry<CarriedRequest, CarriedAnswer> one) {
    return new ObjectWriter()
        .json("errand", one.getKey().write().toJson())
        .json("answer", one.getValue().write().toJson())
        .toJson();
  }

  /** How many of this signer's documents are still to be posted. */
  public long posts() {
    return requests.stream().filter(CarriedRequest::isPost).count();
  }

  /** How many requests of another file have no answer in this one. */
  public long unanswered(TransferFile asked) {
    return asked.requests().stream().filter(request -> !answers.containsKey(request)).count();
  }
}
