package org.softpause.signer.words;

/**
 * The reasons document of a decision, made only after its SHA-256 was found to be the decision's.
 *
 * @param mediaType the type that its author declared, which is shown and never acted upon
 */
public record VerifiedReasons(String mediaType, String text, int length) {}
