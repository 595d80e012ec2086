package org.softpause.auditor.report;

import org.softpause.auditor.words.Harmless;

/**
 * A page as it grows. Text gets in only escaped, and markup only from constants of this package.
 */
final class Html {
  private final StringBuilder page = new StringBuilder();

  /** Markup of this program's own, never text of others. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  Html text(String text) {
    for (char c : Harmless.line(text).toCharArray()) {
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
  Html element(String element, String text) {
    int space = element.indexOf(' ');
    String name = space < 0 ? element : element.substring(0, space);
    return raw("<" + element + ">").text(text).raw("</" + name + ">");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
