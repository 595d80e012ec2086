package org.softpause.protocol.proof;

/** A block by what a node calls it. */
public enum BlockTag {
  /** May still be replaced. */
  LATEST("latest"),
  /** Never replaced while two thirds of Ethereum's validators are honest. */
  FINALIZED("finalized");

  private final String name;

  BlockTag(String name) {
    this.name = name;
  }

  String rpcName() {
    return name;
  }
}
