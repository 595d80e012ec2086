package org.softpause.authz.decision;

import java.util.regex.Pattern;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;

/** The reasons for a decision: a document of at most 192 KiB that the service does not read. */
public final class ReasonsDocument {
  private static final int MAX_BYTES = 192 * 1024;
  private static final int MAX_TYPE = 100;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?charset=[A-Za-z0-9-]+)?");

  private final byte[] document;
  private final String mediaType;

  /**
   * Copies its argument.
   *
   * @param mediaType such as {@code text/markdown}
   * @throws RuleViolation {@link Rule#TOO_LARGE} or {@link Rule#MALFORMED_VALUE}
   */
  public ReasonsDocument(byte[] document, String mediaType) {
    if (document.length > MAX_BYTES) {
      throw new RuleViolation(
          Rule.TOO_LARGE, "the reasons must have at most " + MAX_BYTES + " bytes");
    }
    if (mediaType.length() > MAX_TYPE || !MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "reasonsType must be a media type");
    }
    this.document = document.clone();
    this.mediaType = mediaType;
  }

  /** A copy. */
  public byte[] document() {
    return document.clone();
  }

  public String mediaType() {
    return mediaType;
  }

  public int length() {
    return document.length;
  }

  public Bytes32 hash() {
    return Sha256.hash(document);
  }
}
