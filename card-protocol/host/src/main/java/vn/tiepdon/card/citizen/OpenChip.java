package vn.tiepdon.card.citizen;

/** A chip that let somebody in, its application selected. */
record OpenChip(SecureChannel channel, ChipReading.Access access, AccessKey key) {}
