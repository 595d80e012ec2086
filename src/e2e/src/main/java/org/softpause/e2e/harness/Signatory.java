package org.softpause.e2e.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.softpause.e2e.process.ChildProcess;
import org.softpause.e2e.process.ProcessOutput;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;

/**
 * A signatory with its own key store and passphrase. Each method is one run of the signer's
 * program.
 */
public final class Signatory {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final String name;
  private final String slug;
  private final JavaProgram program;
  private final List<String> home;
  private final Processes processes;
  private final AtomicInteger runs = new AtomicInteger();

  private Signatory(
      String name, String slug, JavaProgram program, List<String> home, Processes processes) {
    this.name = name;
    this.slug = slug;
    this.program = program;
    this.home = home;
    this.processes = processes;
  }

  /** Creates a signatory whose key store has a folder of its own below the given one. */
  public static Signatory named(String name, Path folder, URI service, URI rpc, Toolkit toolkit)
      throws IOException {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Path own = Files.createDirectories(folder.resolve(slug));
    Path passphrase =
        OwnerOnlyFile.write(own.resolve("passphrase"), randomPassphrase(toolkit.random()));
    List<String> home =
        List.of(
            "--home=" + own.resolve("home"),
            "--passphrase-file=" + passphrase,
            "--service=" + service,
            "--rpc=" + rpc);
    JavaProgram program =
        JavaProgram.of(toolkit.checkout().signerJar(), toolkit.checkout()).taughtBy("approve");
    return new Signatory(name, slug, program, home, toolkit.processes());
  }

  public String name() {
    return name;
  }

  /** Makes the identity key and registers it. */
  public JsonNode enrols(String code) {
    return json("init", "--name=" + name, "--enrolment-code=" + code);
  }

  /** Proposes a ceremony, whose fingerprint all members then compare. */
  public ProposedCeremony proposesCeremony(String body, int threshold, List<Signatory> members) {
    return proposesCeremonyOf(body, threshold, members.stream().map(Signatory::name).toList());
  }

  /** Proposes a ceremony whose members are given by name. */
  public ProposedCeremony proposesCeremonyOf(String body, int threshold, List<String> names) {
    JsonNode plan =
        json(
            "ceremony-propose",
            "--body=" + body,
            "--civil",
            "--threshold=" + threshold,
            "--members=" + String.join(",", names));
    return new ProposedCeremony(plan.path("id").asString(), plan.path("fingerprint").asString());
  }

  /** Proposes a resharing of this committee's key to these members. */
  public ProposedCeremony proposesResharing(int threshold, List<String> names) {
    JsonNode plan =
        json("reshare-propose", "--threshold=" + threshold, "--members=" + String.join(",", names));
    return new ProposedCeremony(plan.path("id").asString(), plan.path("fingerprint").asString());
  }

  /** Proposes and approves a rotation to a ceremony's committee, and returns its id. */
  public String proposesRotation(ProposedCeremony ceremony, Path reasons) {
    return json("propose-rotate", "--ceremonies=" + ceremony.id(), "--reasons=" + reasons)
        .path("id")
        .asString();
  }

  /**
   * Settles an announced resharing and destroys the shares that it replaces. The result is empty
   * while the own node and the service are at different heads.
   */
  public JsonNode settles() {
    ProcessOutput output = run(List.of("--json", "settle"));
    return output.exitCode() == 1 ? JsonTree.object() : JsonTree.parse(output.orFail().out());
  }

  /** Writes a backup, sealed with the passphrase of the key store. */
  public void backsUp(Path file) {
    json("backup", file.toString());
  }

  /** Recovers a lost signer from its backup. */
  public JsonNode recovers(Path backup, Signatory lost) {
    return json(
        "recover", "--backup=" + backup, "--backup-passphrase-file=" + lost.passphraseFile());
  }

  /** Tries to approve and returns the rule by which the signer or the service refused. */
  public String isRefusedApproval(String id) {
    ProcessOutput output =
        run(List.of("approve", id, "--confirm=" + id.substring(id.length() - 4)));
    if (output.exitCode() != 1) {
      throw new IllegalStateException("not refused but " + output.exitCode() + ": " + output.err());
    }
    return output
        .err()
        .lines()
        .filter(line -> line.startsWith("refused: "))
        .map(line -> line.split(": ", 3)[1])
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule is named: " + output.err()));
  }

  /** Takes part in a ceremony until the possession of the group key is proven. */
  public JsonNode joins(ProposedCeremony ceremony) {
    String id = ceremony.id();
    return json(
        "join",
        id,
        "--fingerprint=" + ceremony.fingerprint(),
        "--confirm=" + id.substring(id.length() - 4));
  }

  /** Asks these members to rebuild the share of a committee's key that this signatory has lost. */
  public ProposedCeremony asksForRepair(ProposedCeremony committee, List<Signatory> helpers) {
    String names = String.join(",", helpers.stream().map(Signatory::name).toList());
    JsonNode request = json("repair", committee.id(), "--helpers=" + names);
    return new ProposedCeremony(
        request.path("id").asString(), request.path("fingerprint").asString());
  }

  /** Follows the repair until the share is here again. */
  public JsonNode followsRepair(ProposedCeremony committee) {
    return json("repair", committee.id());
  }

  /** Helps a member whose officer has called, until all helpers are done. */
  public JsonNode helps(ProposedCeremony repair, Signatory member) {
    return json(
        "repair-help",
        repair.id(),
        "--member=" + member.name(),
        "--fingerprint=" + repair.fingerprint(),
        "--confirm=" + repair.id().substring(repair.id().length() - 4));
  }

  /** Compares the deployed registry with its own record of the ceremony, and pins it. */
  public void checksDeployment(Path deploymentFile) {
    json("check-deployment", "--file=" + deploymentFile);
  }

  /** Starts {@code watch}, which releases shares for decisions that were approved here. */
  public ChildProcess watches() {
    List<String> words = new ArrayList<>(home);
    words.add("watch");
    return processes.start(program.command(slug + "-watch", words));
  }

  /** Proposes and approves a pause, and returns its id. */
  public String proposes(PauseOrder order, Path reasons) {
    List<String> words = new ArrayList<>();
    words.add("propose-pause");
    words.addAll(order.options());
    words.add("--reasons=" + reasons);
    return json(words.toArray(String[]::new)).path("id").asString();
  }

  /** Proposes and approves the lift of a pause, and returns the lift's id. */
  public String proposesLift(String pauseId, Path reasons) {
    return json("propose-lift", "--pause=" + pauseId, "--reasons=" + reasons).path("id").asString();
  }

  /** Approves a decision. */
  public void approves(String id) {
    json("approve", id, "--confirm=" + id.substring(id.length() - 4));
  }

  /** Rejects a decision with a reason. */
  public void rejects(String id, String reason) {
    json("reject", id, "--reason=" + reason);
  }

  /** Returns the plain words in which the signer shows a decision. */
  public String shows(String id) {
    return run(List.of("show", id)).orFail().out();
  }

  /** Signs and posts the record of a site in its territory. */
  public JsonNode signsSite(Path record) {
    return json("sign-site", record.toString());
  }

  /** Returns the signer's own status. */
  public JsonNode status() {
    return json("status");
  }

  private JsonNode json(String... words) {
    List<String> all = new ArrayList<>();
    all.add("--json");
    all.addAll(List.of(words));
    return JsonTree.parse(run(all).orFail().out());
  }

  private ProcessOutput run(List<String> words) {
    List<String> all = new ArrayList<>(home);
    all.addAll(words);
    String verb = words.getFirst().equals("--json") ? words.get(1) : words.getFirst();
    String log = String.format(Locale.ROOT, "%s-%02d-%s", slug, runs.incrementAndGet(), verb);
    return processes.run(program.command(log, all), LIMIT);
  }

  private String passphraseFile() {
    String option = "--passphrase-file=";
    return home.stream()
        .filter(word -> word.startsWith(option))
        .map(word -> word.substring(option.length()))
        .findFirst()
        .orElseThrow();
  }

  private static String randomPassphrase(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
