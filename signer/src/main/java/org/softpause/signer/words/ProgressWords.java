package org.softpause.signer.words;

/**
 * Says who proposed a decision and why, who has approved or rejected it, and what is still needed.
 */
record ProgressWords(DecisionContext context) {
  private static final String NOBODY = "nobody yet";

  void writeTo(TextPage page) {
    page.entry("Proposed by", SafeText.line(context.proposer()));
    context
        .tallies()
        .ifPresentOrElse(all -> all.forEach(tally -> write(page, tally)), () -> noBallots(page));
    page.blank();
    context.reasons().ifPresentOrElse(r -> write(page, r), () -> noReasons(page));
  }

  private static void write(TextPage page, BallotTally tally) {
    String names =
        tally.approved().isEmpty()
            ? NOBODY
            : Amounts.list(tally.approved().stream().map(SafeText::line).toList());
    page.entry(
        "Approved by",
        "%s: %s of the %d needed in %s (%s)"
            .formatted(
                names,
                Amounts.count(tally.approved().size(), "approval"),
                tally.needed(),
                SafeText.line(tally.body()),
                Amounts.count(tally.members(), "member")));
    tally.rejected().forEach(rejection -> write(page, rejection));
  }

  private static void write(TextPage page, BallotTally.Rejection rejection) {
    page.entry(
        "Rejected by",
        "%s: “%s”".formatted(SafeText.line(rejection.member()), SafeText.line(rejection.reason())));
  }

  private static void write(TextPage page, VerifiedReasons reasons) {
    page.entry(
        "Reasons",
        "%s, %s, its SHA-256 is the one in the decision:"
            .formatted(
                SafeText.line(reasons.mediaType()), Amounts.count(reasons.length(), "byte")));
    page.quote(SafeText.lines(reasons.text()));
  }

  private static void noBallots(TextPage page) {
    page.entry("Approved by", "unknown: the ballots could not be fetched here.");
  }

  private static void noReasons(TextPage page) {
    page.entry("Reasons", "the document could not be fetched: ask before you approve.");
  }
}
