package org.softpause.signer.store;

/** Why the store did not serve, as a stable slug. */
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
