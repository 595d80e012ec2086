package org.softpause.auditor.report;

import org.softpause.auditor.words.SanitizedText;

/** Builds an HTML page. All text is escaped; markup comes only from constants of this package. */
final class HtmlBuilder {
  private final StringBuilder page = new StringBuilder();

  /** Appends this program's own markup; text from elsewhere must never be passed here. */
  HtmlBuilder raw(String markup) {
    page.append(markup);
    return this;
  }

  HtmlBuilder text(String text) {
    for (char c : SanitizedText.line(text).toCharArray()) {
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
    return this;
  }

  /** Appends an element with text; {@code element} may include this program's attributes. */
  HtmlBuilder element(String element, String text) {
    int space = element.indexOf(' ');
    String name = space < 0 ? element : element.substring(0, space);
    return raw("<" + element + ">").text(text).raw("</" + name + ">");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
