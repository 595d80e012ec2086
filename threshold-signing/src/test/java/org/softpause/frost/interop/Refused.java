package org.softpause.frost.interop;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A refusal by noble, in its own words, with the members it blames. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Integer> culprits;

  private Refused(String words, List<Integer> culprits) {
    super(words);
    this.culprits = culprits;
  }

  static JsonNode unless(JsonNode answer) {
    if (!answer.has("error")) {
      return answer;
    }
    List<Integer> culprits =
        StreamSupport.stream(answer.required("culprits").spliterator(), false)
            .map(JsonNode::intValue)
            .toList();
    throw new Refused(answer.required("error").stringValue(), culprits);
  }

  List<Integer> culprits() {
    return culprits;
  }
}
