package org.softpause.auditor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlBuilderTest {
  @Test
  void textNeverBecomesMarkup() {
    String page = new HtmlBuilder().element("td class=\"x\"", "<script>'&\"</script>").toString();
    assertThat(page)
        .isEqualTo("<td class=\"x\">&lt;script&gt;&#39;&amp;&quot;&lt;/script&gt;</td>");
  }

  @Test
  void whatHidesOrReordersTextIsShown() {
    assertThat(new HtmlBuilder().text("a\u202eb\u001b[0m\u0000").toString())
        .isEqualTo("a&lt;U+202E&gt;b&lt;U+001B&gt;[0m&lt;U+0000&gt;");
  }
}
