package org.softpause.frost.roast;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.roast.CoordinatorEvent.Answer;
import org.softpause.frost.roast.CoordinatorEvent.Commitment;
import org.softpause.frost.roast.CoordinatorMessage.Request;

/** An honest signer, which sends the same bytes if it is asked again. */
final class TestSigner {
  private final KeyPackage key;
  private final SecureRandom random;
  private final Map<SigningCommitments, SigningNonces> issued = new HashMap<>();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private int pretended = 1;

  TestSigner(KeyPackage key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  Identifier self() {
    return key.identifier();
  }

  Commitment commitment() {
    return new Commitment(self(), issue());
  }

  Answer answer(Request request) {
    return answers.computeIfAbsent(request.session(), session -> sign(request));
  }

  private Answer sign(Request request) {
    SigningCommitments own =
        Optional.ofNullable(request.signingPackage().commitments().get(self())).orElseThrow();
    SigningNonces nonces = Optional.ofNullable(issued.remove(own)).orElseThrow();
    SignatureShare share = RoundTwo.sign(key, nonces, request.signingPackage());
    return new Answer(self(), request.session(), share, issue());
  }

  SigningCommitments issue() {
    SigningNonces nonces = RoundOne.commit(key.signingShare(), random);
    issued.put(nonces.commitments(), nonces);
    return nonces.commitments();
  }

  /**
   * Makes fresh commitments that nobody can sign with. They are cheap, for signers that never send
   * a valid share.
   */
  SigningCommitments pretend() {
    Element any = key.verifyingShare().element().timesSmall(++pretended);
    return new SigningCommitments(any, any);
  }
}
