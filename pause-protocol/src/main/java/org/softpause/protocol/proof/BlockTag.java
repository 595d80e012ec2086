package org.softpause.protocol.proof;

/** The tags by which a node names a block. */
public enum BlockTag {
  /** The newest block, which may still be replaced. */
  LATEST("latest"),
  /**
   * The newest finalised block, which is never replaced while two thirds of Ethereum's validators
   * are honest.
   */
  FINALIZED("finalized");

  private final String name;

  BlockTag(String name) {
    this.name = name;
  }

  String rpcName() {
    return name;
  }
}
