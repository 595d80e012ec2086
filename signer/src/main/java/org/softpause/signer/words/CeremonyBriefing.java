package org.softpause.signer.words;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Hex;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.committee.Member;

/**
 * The page that an officer reads before taking part in a ceremony. Everything on it comes from the
 * plan.
 *
 * @param ownKey the reader's {@code kid}
 * @param knowsPrevious whether the reader holds a share of the committee that the plan succeeds
 */
public record CeremonyBriefing(CeremonyPlan plan, String ownKey, boolean knowsPrevious) {
  /** Returns the page, line by line. */
  public List<String> page() {
    TextPage page = new TextPage();
    page.title(title());
    page.entry("Ceremony", "" + plan.id());
    fingerprint(page);
    page.entry("What", what());
    plan.succession()
        .ifPresent(
            from ->
                page.entry("Key", Hex.encode(from.previous().groupKey().encode()) + ", as today"));
    page.entry("Committee", body() + ", any %d of these %d:".formatted(t(), n()));
    page.entries("Members", plan.members().stream().map(this::member).toList());
    plan.succession().ifPresent(from -> succession(page, from));
    page.entry("You", you());
    return page.lines();
  }

  /** Shows the digits in two lines of the same length, which are easier to read out than one. */
  private void fingerprint(TextPage page) {
    String digits = plan.fingerprint();
    int half = digits.length() / 2;
    page.entry("Fingerprint", digits.substring(0, half));
    page.entry("", digits.substring(half + 1)).blank();
  }

  private void succession(TextPage page, Succession from) {
    page.entry("Change", new ChangeWords(from.previous(), plan.members()).describe());
    page.entry("Threshold", threshold(from));
    page.entry("Dealers", handingOn(from));
    if (!knowsPrevious) {
      page.entry(
          "Unknown",
          "This signer holds no share of today's committee, so it cannot check that the plan really succeeds that committee. Ask its members.");
    }
  }

  private String title() {
    return switch (plan.purpose()) {
      case NEW -> "NEW KEY for " + body();
      case REFRESH -> "REFRESH of the shares of " + body();
      case RESHARE -> "RESHARING of the key of " + body();
    };
  }

  private String what() {
    return switch (plan.purpose()) {
      case NEW -> "The members make a new key. It decides nothing until a registry names it.";
      case REFRESH ->
          "The same members get fresh shares of the key that the committee already has. The old shares are destroyed, and open decisions need to be approved again.";
      case RESHARE ->
          "The committee below gets shares of the key that today's committee holds. Once this ceremony is complete, any %d of its members can sign with that key: they need no Rotate for it, and no Rotate takes the key back from them."
              .formatted(t());
    };
  }

  private String threshold(Succession from) {
    int before = from.previous().minSigners();
    if (t() == before) {
      return t() + ", as today.";
    }
    return "%d today, then %d.%s"
        .formatted(
            before, t(), t() < before ? " LOWERED: fewer members are enough than today." : "");
  }

  private static String handingOn(Succession from) {
    List<String> names =
        from.dealers().stream()
            .map(dealer -> SafeText.line(from.previous().member(dealer).name()))
            .toList();
    return Amounts.list(names) + " hand their shares on.";
  }

  private String you() {
    Optional<Member> own = plan.participantWithKey(ownKey);
    if (own.isEmpty()) {
      return "You do not take part.";
    }
    boolean deals = plan.succession().isPresent() && plan.isDealer(own.get().identifier());
    if (!plan.isMember(own.get().identifier())) {
      return "You hand your share on and get none: you leave.";
    }
    return deals ? "You hand your share on, and get a new one." : "You get a share.";
  }

  private String member(Member member) {
    String key = member.identity().kid();
    return "%s, identity key %s%s"
        .formatted(SafeText.line(member.name()), key, key.equals(ownKey) ? " (you)" : "");
  }

  private String body() {
    return SafeText.line(plan.body()) + (plan.civil() ? " (civil)" : "");
  }

  private int t() {
    return plan.minSigners();
  }

  private int n() {
    return plan.members().size();
  }
}
