package vn.tiepdon.api.card;

/**
 * The cards that are dead, for kiosks that may lose their line.
 *
 * @param content facility, sequence, time and card ids; its form stands in docs/patient-card.md
 * @param signature the hospital's, 64 bytes
 */
public record SignedBlockList(byte[] content, byte[] signature) {}
