package org.softpause.signer.operation;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.words.SafeText;

/** Writes one line for each thing done or refused; the same refusal is written once. */
public final class ActivityLog {
  private final PrintWriter out;
  private final Clock clock;
  private final boolean json;
  private final Set<String> told = new HashSet<>();

  public ActivityLog(PrintWriter out, Clock clock, boolean json) {
    this.out = out;
    this.clock = clock;
    this.json = json;
  }

  /** Logs something that was done. */
  public void done(String subject, String what) {
    line("done", subject, what);
  }

  /** Logs a refusal under its rule's slug, once for each subject, slug and detail. */
  public void refused(String subject, String slug, String detail) {
    if (told.add(subject + slug + detail)) {
      line("refused", subject, slug + ": " + detail);
    }
  }

  private void line(String event, String subject, String text) {
    String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    if (json) {
      byte[] object =
          CanonicalJson.encode(
              new ObjectWriter()
                  .text("at", at)
                  .text("event", event)
                  .text("subject", subject)
                  .text("text", text)
                  .toJson());
      out.println(new String(object, StandardCharsets.UTF_8));
    } else {
      out.println(at + " " + event + " " + SafeText.line(subject + ": " + text));
    }
    out.flush();
  }
}
