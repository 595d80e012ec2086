package org.softpause.signer.words;

import java.time.ZoneId;
import java.util.List;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Hex;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;

/**
 * The page that an officer reads before helping in a repair. Everything on it comes from the
 * request.
 *
 * @param ownKey the reader's {@code kid}
 */
public record RepairBriefing(RepairRequest request, String ownKey, ZoneId zone) {
  /** Returns the page, line by line. */
  public List<String> page() {
    Roster roster = request.roster();
    TextPage page = new TextPage();
    page.title(
        "REPAIR of the lost share of "
            + SafeText.line(lost().name())
            + " in "
            + SafeText.line(roster.body())
            + (roster.civil() ? " (civil)" : ""));
    page.entry("Repair", "" + request.id());
    String digits = request.fingerprint();
    int half = digits.length() / 2;
    page.entry("Fingerprint", digits.substring(0, half));
    page.entry("", digits.substring(half + 1)).blank();
    page.entry("Member", member(request.identifier()));
    page.entry(
        "What",
        "This member gets the same share again. Key, roster and members stay. No helper learns the share.");
    page.entry("Key", Hex.encode(roster.groupKey().encode()));
    page.entry("Roster", "" + roster.hash());
    page.entries("Helpers", request.helpers().stream().map(this::member).toList());
    page.entry("Open until", new TimeFormat(zone).at(request.expiresAt()));
    page.entry("You", you());
    page.entry(
        "Beware",
        "Whoever holds this member's identity key gets its share by this. Help only if its officer told you so in person or by telephone. If the share may be stolen, do not help: refresh the shares, or make a new key.");
    return page.lines();
  }

  private Member lost() {
    return request.roster().member(request.identifier());
  }

  private String you() {
    if (lost().identity().kid().equals(ownKey)) {
      return "You ask for your share.";
    }
    return request.participantWithKey(ownKey).isPresent()
        ? "You are asked to help."
        : "You are not asked to help.";
  }

  private String member(Identifier identifier) {
    Member member = request.roster().member(identifier);
    String key = member.identity().kid();
    return "%s, identity key %s%s"
        .formatted(SafeText.line(member.name()), key, key.equals(ownKey) ? " (you)" : "");
  }
}
