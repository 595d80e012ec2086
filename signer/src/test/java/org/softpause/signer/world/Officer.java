package org.softpause.signer.world;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.state.SignerStore;

/**
 * An officer at the command line of a machine. Each verb is one command; the caller asks the {@link
 * Outcome} whether it was done or refused.
 */
public final class Officer {
  private static final int LAST_FOUR = 62;

  private final CommandLines commandLines;
  private final String name;

  Officer(CommandLines commandLines, String name) {
    this.commandLines = commandLines;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** The four digits that an officer types to confirm what was read. */
  public static String lastFour(Bytes32 id) {
    return id.toString().substring(LAST_FOUR);
  }

  public Outcome enrols() {
    return run("init", "--name", name, "--enrolment-code", "code");
  }

  /** Proposes to make a committee with a new key. */
  public Outcome proposesCommittee(int threshold, List<String> members) {
    return json(
        "ceremony-propose",
        "--body",
        "Compute Council",
        "--civil",
        "--threshold",
        "" + threshold,
        "--members",
        String.join(",", members));
  }

  /** Proposes fresh shares for the members of the committee. */
  public Outcome proposesRefresh(String... more) {
    return json(with(more, "refresh-propose"));
  }

  /** Proposes to hand the committee's key on to these members. */
  public Outcome proposesResharing(int threshold, List<String> members, String... more) {
    return json(
        with(
            more,
            "reshare-propose",
            "--threshold",
            "" + threshold,
            "--members",
            String.join(",", members)));
  }

  /** Joins a ceremony and stays until it is complete. */
  public Outcome joins(Outcome proposed) {
    return joins(proposed, "--confirm", lastFour(proposed.id()), "--poll", "20ms");
  }

  /** Joins a ceremony with these options in place of the usual ones. */
  public Outcome joins(Outcome proposed, String... options) {
    return json(
        with(options, "join", proposed.text("id"), "--fingerprint", proposed.text("fingerprint")));
  }

  /** Asks these members to rebuild the share that this ceremony made. */
  public Outcome asksForRepair(Bytes32 ceremony, String helpers) {
    return json("repair", ceremony.toString(), "--helpers", helpers);
  }

  /** Follows the repair of the share that this ceremony made. */
  public Outcome followsRepair(Bytes32 ceremony, String... more) {
    return json(with(more, "repair", ceremony.toString(), "--poll", "20ms"));
  }

  /** Helps a member whose officer has called. */
  public Outcome helps(Outcome asked, String member, String... more) {
    return json(
        with(
            more,
            "repair-help",
            asked.text("id"),
            "--member",
            member,
            "--fingerprint",
            asked.text("fingerprint"),
            "--confirm",
            lastFour(asked.id()),
            "--poll",
            "20ms"));
  }

  /** Checks the registry's deployment and pins it. */
  public Outcome pinsRegistry() {
    return run("check-deployment");
  }

  /** Proposes a pause of France and Germany. */
  public Outcome proposesPause(String... more) {
    return proposes(
        with(
            more,
            "propose-pause",
            "--regions",
            "276,250",
            "--classes",
            "training",
            "--min-peak-pflops",
            "1000",
            "--ceiling",
            "5%",
            "--lasts",
            "1h",
            "--ramp",
            "10s",
            "--stagger",
            "3s"));
  }

  /** Proposes to name the committee of this ceremony, and to keep the others. */
  public Outcome proposesRotation(Bytes32 ceremony) {
    return proposes("propose-rotate", "--ceremonies", ceremony.toString(), "--keep-others");
  }

  /** Proposes a decision by the given command, with reasons attached. */
  public Outcome proposes(String... command) {
    return json(with(new String[] {"--reasons", commandLines.reasons().toString()}, command));
  }

  /** Prints a decision in plain words. */
  public Outcome reads(Bytes32 decision) {
    return run("show", decision.toString());
  }

  public Outcome approves(Bytes32 decision) {
    return run("approve", decision.toString(), "--confirm", lastFour(decision));
  }

  public Outcome rejects(Bytes32 decision, String reason) {
    return run("reject", decision.toString(), "--reason", reason);
  }

  /** Runs one round of the watch, which sends whatever share is due. */
  public Outcome watchesOnce(String... more) {
    return run(with(more, "watch", "--rounds", "1"));
  }

  /** Brings the seats in line with the registry's log. */
  public Outcome settles() {
    return json("settle");
  }

  public Outcome abandons(Bytes32 ceremony) {
    return json("settle", "--abandon", ceremony.toString());
  }

  /** Says what the signer holds, for people. */
  public String status() {
    return run("status").done().out();
  }

  /**
   * Says what the signer holds, as JSON, in which each seat stands with the word for its status.
   */
  public String seats() {
    return json("status").done().out();
  }

  public Outcome backsUpTo(Path file) {
    return run("backup", file.toString());
  }

  public Outcome recoversFrom(Path backup) {
    return json("recover", "--backup", backup.toString());
  }

  /** The store as the next command will find it. */
  public SignerStore store() {
    return commandLines.store(name);
  }

  public Path storeDirectory() {
    return commandLines.storeDirectory(name);
  }

  /** Runs one command line that answers in JSON. */
  public Outcome json(String... arguments) {
    return run(with(arguments, "--json"));
  }

  /** Runs one command line on the connected machine. */
  public Outcome run(String... arguments) {
    return commandLines.connected(name, Arrays.asList(arguments));
  }

  /** Runs one command line on a machine that knows no address. */
  public Outcome runOffline(String... arguments) {
    return commandLines.offline(name, Arrays.asList(arguments));
  }

  private static String[] with(String[] last, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(last)).toArray(String[]::new);
  }
}
