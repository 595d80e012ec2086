package org.softpause.signer.airgap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/**
 * The requests that a signer will send once it has an answer. Fetching them at once saves a walk to
 * the connected machine for each.
 */
final class FollowUpRequests {
  private static final String LOG = "/v1/log?";
  private static final Pattern MESSAGES = Pattern.compile("/v1/ceremonies/[^/]+/messages\\?.*");
  private static final Pattern AFTER = Pattern.compile("after=([0-9]{1,12})");

  private FollowUpRequests() {}

  static List<CarriedRequest> of(CarriedRequest request, CarriedAnswer answer) {
    if (answer.status() != 200 || !request.method().equals("GET")) {
      return List.of();
    }
    try {
      return paths(request.path(), answer).map(CarriedRequest::get).toList();
    } catch (RuleViolation notWhatWasExpected) {
      return List.of();
    }
  }

  private static Stream<String> paths(String path, CarriedAnswer answer) {
    if (path.startsWith("/v1/decisions?")) {
      return object(answer).objects("decisions").stream()
          .map(line -> "/v1/decisions/" + line.bytes32("id"))
          .flatMap(one -> Stream.of(one, one + "/reasons", one + "/ballots"));
    }
    if (path.startsWith(LOG)) {
      return nextPage(path, object(answer).elements("entries").size());
    }
    if (MESSAGES.matcher(path).matches()) {
      return nextPage(path, object(answer).elements("messages").size());
    }
    if (path.equals("/v1/registry")) {
      return object(answer).elements("rosters").stream()
          .map(CanonicalJson::hash)
          .map(roster -> "/v1/committees/" + roster + "/commitments");
    }
    return Stream.empty();
  }

  /** The page after this one; an empty page is the last. */
  private static Stream<String> nextPage(String path, int entries) {
    Matcher after = AFTER.matcher(path);
    return entries == 0 || !after.find()
        ? Stream.empty()
        : Stream.of(after.replaceFirst("after=" + (Long.parseLong(after.group(1)) + entries)));
  }

  private static LenientObject object(CarriedAnswer answer) {
    return LenientObject.of(StrictJson.parse(answer.bytes(), CarriedRequest.MAX_BODY));
  }
}
