package org.softpause.signer.words;

/**
 * The reasons document, its SHA-256 compared with the decision's before this was made.
 *
 * @param mediaType as its author declared it; shown, never acted upon
 */
public record VerifiedReasons(String mediaType, String text, int length) {}
