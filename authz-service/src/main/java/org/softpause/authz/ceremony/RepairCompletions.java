package org.softpause.authz.ceremony;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.RepairCompletion;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds which members of a committee have had their lost share repaired, in order of arrival. */
@Component
public class RepairCompletions {
  private final CeremonyRepository rows;

  RepairCompletions(CeremonyRepository rows) {
    this.rows = rows;
  }

  /** A member's statement, and the document that it stands in. */
  public record Completed(RepairCompletion statement, Jws document) {}

  /** The repairs in the committee with this roster. */
  @Transactional(readOnly = true)
  public List<Completed> of(Bytes32 roster) {
    return rows.repairCompletions().stream()
        .map(CeremonyMessage::message)
        .map(jws -> new Completed(read(jws), jws))
        .filter(one -> one.statement().roster().equals(roster))
        .toList();
  }

  private static RepairCompletion read(Jws jws) {
    return jws.unverified().read(RepairCompletion.TYPE, RepairCompletion::read);
  }
}
