package org.softpause.e2e.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes the demo's output. It is safe for use by several threads. */
public final class Terminal {

  private final Screen screen;
  private final Symbols symbols;

  private Terminal(Screen screen, Symbols symbols) {
    this.screen = screen;
    this.symbols = symbols;
  }

  /** Writes to standard output: live on a terminal, in ASCII if the charset is not UTF-8. */
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

  /** Writes the heading of a step. */
  public void heading(String text) {
    screen.line("");
    screen.line(screen.bold(text));
  }

  /** Writes a paragraph, broken into lines. */
  public void tell(String text) {
    for (String line : Paragraph.wrap(text, "   ")) {
      screen.line(line);
    }
  }

  /** Reports something that succeeded. */
  public void done(String text) {
    marked(screen.green(symbols.done()), text);
  }

  /** Reports an attack that was refused as expected. */
  public void refused(String attack, String byWhom) {
    marked(screen.green(symbols.refused()), attack);
    screen.line("        " + byWhom);
  }

  /** Reports something that failed. */
  public void failed(String text) {
    marked(screen.red(symbols.failed()), text);
  }

  /** Writes a line of a table unchanged. */
  public void row(String text) {
    screen.line("   " + text);
  }

  /** Writes the duration of a step. */
  public void time(String text) {
    screen.line("   " + screen.dim(text));
  }

  /** Runs work of unknown length with a progress indicator and then reports its result. */
  public <T> T progress(String what, Supplier<T> work, Function<T, String> outcome) {
    Stopwatch watch = Stopwatch.started();
    T result = spinning(what, work);
    done(outcome.apply(result) + " (" + watch + ")");
    return result;
  }

  /** Runs work that has no result to report. */
  public void progress(String what, Runnable work) {
    progress(
        what,
        () -> {
          work.run();
          return what;
        },
        done -> done);
  }

  /** Returns a line that changes in place on a terminal. */
  public LiveLine live() {
    return new LiveLine(screen);
  }

  /** Returns a bar that shows a share of 0 to 10000 basis points. */
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
