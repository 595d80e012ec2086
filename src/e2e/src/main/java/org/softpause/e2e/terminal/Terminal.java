package org.softpause.e2e.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes the story. One line is written at a time, whichever thread asks. */
public final class Terminal {

  private final Screen screen;
  private final Symbols symbols;

  private Terminal(Screen screen, Symbols symbols) {
    this.screen = screen;
    this.symbols = symbols;
  }

  /** Standard output, live where it is a terminal, in plain ASCII where it cannot show more. */
  public static Terminal onStandardOutput() {
    PrintStream out = System.out;
    Charset charset = out.charset();
    boolean live = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    Symbols symbols = charset.equals(StandardCharsets.UTF_8) ? Symbols.RICH : Symbols.PLAIN;
    boolean coloured = live && System.getenv("NO_COLOR") == null;
    return new Terminal(new Screen(out, live, coloured), symbols);
  }

  public void blank() {
    screen.line("");
  }

  /** A heading: a step of the story. */
  public void heading(String text) {
    screen.line("");
    screen.line(screen.bold(text));
  }

  /** A paragraph, broken into lines that fit. */
  public void tell(String text) {
    for (String line : Paragraph.wrap(text, "   ")) {
      screen.line(line);
    }
  }

  /** Something that came out as it should. */
  public void done(String text) {
    marked(screen.green(symbols.done()), text);
  }

  /** A cheat that was refused, which is what should happen. */
  public void refused(String attack, String byWhom) {
    marked(screen.green(symbols.refused()), attack);
    screen.line("        " + byWhom);
  }

  /** Something that went wrong. */
  public void failed(String text) {
    marked(screen.red(symbols.failed()), text);
  }

  /** A line kept as it is, for tables. */
  public void row(String text) {
    screen.line("   " + text);
  }

  /** How long the step took. */
  public void time(String text) {
    screen.line("   " + screen.dim(text));
  }

  /** Runs work of unknown length, showing that it goes on, then a line that says what came out. */
  public <T> T progress(String what, Supplier<T> work, Function<T, String> outcome) {
    Stopwatch watch = Stopwatch.started();
    T result = spinning(what, work);
    done(outcome.apply(result) + " (" + watch + ")");
    return result;
  }

  /** Runs work that has nothing to tell but that it is done. */
  public void progress(String what, Runnable work) {
    progress(
        what,
        () -> {
          work.run();
          return what;
        },
        done -> done);
  }

  /** A line that changes in place on a terminal. */
  public LiveLine live() {
    return new LiveLine(screen);
  }

  /** A bar of the given share, 0 to 10000 basis points. */
  public String bar(int basisPoints) {
    return symbols.bar(basisPoints, 40);
  }

  private <T> T spinning(String what, Supplier<T> work) {
    Spinner spinner = Spinner.on(screen, what);
    try {
      return work.get();
    } finally {
      spinner.end();
    }
  }

  private void marked(String mark, String text) {
    List<String> lines = Paragraph.wrap(text, "     ");
    screen.line("   " + mark + " " + lines.getFirst().strip());
    lines.stream().skip(1).forEach(screen::line);
  }
}
