package vn.tiepdon.card.citizen;

/**
 * A chip that let somebody in, its application selected.
 *
 * @param extendedLength whether card and reader were seen to know extended APDUs
 */
record OpenChip(SecureChannel channel, ChipReading.Access access, AccessKey key, boolean extendedLength) {}
