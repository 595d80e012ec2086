package org.softpause.protocol.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of the protocol page that say what a member of a document is. */
final class ProtocolPage {
  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "protocol.md");
  private static final Pattern NAME =
      Pattern.compile("`(?:(?:[A-Za-z]+(?:\\[])?)?[.])?([A-Za-z0-9-]+)`");

  /**
   * A row.
   *
   * @param members the names in its first cell
   * @param in the documents that it is about
   * @param what the definition, with a unit where it is a number
   */
  record Row(Set<String> members, Set<String> in, String what) {}

  private final List<Row> rows = new ArrayList<>();
  private final Set<String> types = new LinkedHashSet<>();

  private ProtocolPage() {}

  /** Reads the page beside the modules. */
  static ProtocolPage read() throws IOException {
    return parse(Files.readAllLines(PAGE));
  }

  static ProtocolPage parse(List<String> lines) {
    ProtocolPage page = new ProtocolPage();
    List<List<String>> table = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("|")) {
        table.add(cells(line));
      } else if (!table.isEmpty()) {
        page.add(table);
        table.clear();
      }
    }
    page.add(table);
    return page;
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).stream()
        .map(String::strip)
        .toList();
  }

  private void add(List<List<String>> table) {
    if (table.size() < 3) {
      return;
    }
    List<List<String>> body = table.subList(2, table.size());
    switch (String.join(",", table.getFirst())) {
      case "member,in,what" ->
          body.forEach(row -> rows.add(new Row(names(row.get(0)), listed(row.get(1)), row.get(2))));
      case "member,what" -> {
        Set<String> of = Set.of(shortName(names(body.getFirst().get(1)).iterator().next()));
        body.forEach(row -> rows.add(new Row(names(row.get(0)), of, row.get(1))));
      }
      case "`type`,members" -> body.forEach(row -> types.addAll(names(row.get(0))));
      default -> {
        // Another table, which is not about members.
      }
    }
  }

  private static Set<String> names(String cell) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> listed(String cell) {
    return Set.of(cell.split(", ", -1));
  }

  /** {@code softpause-site-v1} is "site", and {@code Pause} is itself. */
  static String shortName(String type) {
    return type.replaceAll("^softpause-(.*)-v1$", "$1");
  }

  /** The types of signed documents that the page lists. */
  Set<String> types() {
    return types;
  }

  /** The definition of a member, by a row about its document before a general one. */
  Optional<String> definition(String type, String member) {
    String in = shortName(type);
    String kind = type.startsWith("softpause-") ? "documents" : "decisions";
    return row(in, member).or(() -> in.equals("Parameters") ? Optional.empty() : row(kind, member));
  }

  private Optional<String> row(String in, String member) {
    return rows.stream()
        .filter(row -> row.members().contains(member) && row.in().contains(in))
        .map(Row::what)
        .findFirst();
  }
}
