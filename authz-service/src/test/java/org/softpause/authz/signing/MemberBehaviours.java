package org.softpause.authz.signing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What each of five members makes of a decision in one run of a schedule. */
record MemberBehaviours(TreeMap<Integer, Part> parts) {
  private static final int MEMBERS = 5;
  private static final int THRESHOLD = 3;

  /** At most n - t play anything but the first. */
  enum Part {
    HONEST,
    SILENT,
    LIAR,
    /** Answers its first session, and then sends another share to it. */
    TWO_FACED,
    /** Sends the share of its first session to its second. */
    REPLAYER,
    /** Approves, and rejects when asked to sign. */
    DESERTER;

    static final Set<Part> DISHONEST = EnumSet.of(LIAR, TWO_FACED, REPLAYER);
  }

  static MemberBehaviours of(Random random) {
    List<Integer> members = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    Collections.shuffle(members, random);
    TreeMap<Integer, Part> parts = new TreeMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      parts.put(members.get(i), i < THRESHOLD ? Part.HONEST : any(random));
    }
    return new MemberBehaviours(parts);
  }

  private static Part any(Random random) {
    Part[] all = Part.values();
    return all[random.nextInt(all.length)];
  }

  Part of(int member) {
    return Objects.requireNonNull(parts.get(member));
  }

  List<Integer> honest() {
    return parts.keySet().stream().filter(member -> of(member) == Part.HONEST).toList();
  }
}
