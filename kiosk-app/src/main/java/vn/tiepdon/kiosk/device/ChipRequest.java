package vn.tiepdon.kiosk.device;

/**
 * One reading of the chip ID card that lies on the reader.
 *
 * @param question comes back in the events of this reading
 * @param consent as noted by {@link CitizenCards#agreed}; without it nothing is read
 */
public record ChipRequest(long question, long consent, ChipAccess access) {}
