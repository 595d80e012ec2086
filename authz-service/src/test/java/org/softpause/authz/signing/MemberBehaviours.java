package org.softpause.authz.signing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** How each of five members behaves in one run of a random schedule. */
record MemberBehaviours(TreeMap<Integer, Behaviour> behaviours) {
  private static final int MEMBERS = 5;
  private static final int THRESHOLD = 3;

  /** At most n - t members are not honest. */
  enum Behaviour {
    HONEST,
    SILENT,
    LIAR,
    /** Answers its first session, and then sends another share to it. */
    TWO_FACED,
    /** Sends the share of its first session to its second. */
    REPLAYER,
    /** Approves, and rejects when asked to sign. */
    DESERTER;

    static final Set<Behaviour> DISHONEST = EnumSet.of(LIAR, TWO_FACED, REPLAYER);
  }

  static MemberBehaviours of(Random random) {
    List<Integer> members = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    Collections.shuffle(members, random);
    TreeMap<Integer, Behaviour> behaviours = new TreeMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      behaviours.put(members.get(i), i < THRESHOLD ? Behaviour.HONEST : any(random));
    }
    return new MemberBehaviours(behaviours);
  }

  private static Behaviour any(Random random) {
    Behaviour[] all = Behaviour.values();
    return all[random.nextInt(all.length)];
  }

  Behaviour of(int member) {
    return Objects.requireNonNull(behaviours.get(member));
  }

  List<Integer> honest() {
    return behaviours.keySet().stream().filter(member -> of(member) == Behaviour.HONEST).toList();
  }
}
