package org.softpause.signer.store;

/** Why the store refused or failed, each with a slug that programs can rely on. */
public enum StoreProblem {
  MISSING("store-missing"),
  EXISTS("store-exists"),
  PERMISSIONS("store-permissions"),
  BUSY("store-busy"),
  PASSPHRASE("passphrase-unusable"),
  LOCKED("store-does-not-open"),
  FORMAT("store-format"),
  DISK("store-disk"),
  TOKEN("token-unusable");

  private final String slug;

  StoreProblem(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }
}
