package org.softpause.auditor.report;

import org.softpause.auditor.words.SanitizedText;

/**
 * A page as it grows. Text gets in only escaped, and markup only from constants of this package.
 */
final class HtmlBuilder {
  private final StringBuilder page = new StringBuilder();

  /** Markup of this program's own, never text of others. */
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

  /** An element with text in it; {@code element} may hold attributes of this program's own. */
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
