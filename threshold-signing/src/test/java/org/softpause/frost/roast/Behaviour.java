package org.softpause.frost.roast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.roast.CoordinatorEvent.Answer;
import org.softpause.frost.roast.CoordinatorEvent.Withdrawal;
import org.softpause.frost.roast.CoordinatorMessage.Request;

/**
 * What a signer sends when asked for a share. All behaviours but the first break a rule or cause
 * delay.
 */
enum Behaviour {
  HONEST {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return List.of(signer.answer(request));
    }
  },
  SILENT {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return List.of();
    }
  },
  TIRED {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return dice.nextBoolean() ? List.of(signer.answer(request)) : List.of();
    }
  },
  GARBAGE {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return List.of(with(signer, request.session(), random(dice), signer.pretend()));
    }
  },
  SLEEPER {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return before.isEmpty()
          ? List.of(signer.answer(request))
          : List.of(with(signer, request.session(), random(dice), signer.pretend()));
    }
  },
  EQUIVOCATOR {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      Answer good = signer.answer(request);
      return List.of(good, with(signer, request.session(), random(dice), signer.pretend()));
    }
  },
  REPLAYER {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      List<CoordinatorEvent> all = new ArrayList<>(before);
      all.add(dice.nextInt(4) > 0 ? signer.answer(request) : signer.commitment());
      return all;
    }
  },
  MIXER {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      List<CoordinatorEvent> all = new ArrayList<>(List.of(signer.answer(request)));
      for (Answer earlier : before) {
        all.add(with(signer, request.session(), earlier.share(), signer.issue()));
      }
      return all;
    }
  },
  REUSER {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      SigningCommitments used = request.signingPackage().commitments().get(signer.self());
      return used == null
          ? List.of()
          : List.of(with(signer, request.session(), signer.answer(request).share(), used));
    }
  },
  IMPATIENT {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      int elsewhere = request.session() + dice.nextInt(-2, 3);
      return List.of(
          with(signer, elsewhere, random(dice), signer.pretend()), signer.answer(request));
    }
  },
  WITHDRAWING {
    @Override
    List<CoordinatorEvent> answer(
        TestSigner signer, Request request, List<Answer> before, Random dice) {
      return List.of(new Withdrawal(signer.self()), signer.answer(request));
    }
  };

  /** The events that follow from the request, given this signer's earlier valid answers. */
  abstract List<CoordinatorEvent> answer(
      TestSigner signer, Request request, List<Answer> before, Random dice);

  private static Answer with(
      TestSigner signer, int session, SignatureShare share, SigningCommitments next) {
    return new Answer(signer.self(), session, share, next);
  }

  private static SignatureShare random(Random dice) {
    byte[] bytes = new byte[32];
    dice.nextBytes(bytes);
    bytes[0] = 0;
    return SignatureShare.decode(bytes);
  }
}
