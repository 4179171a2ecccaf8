package vn.tiepdon.server.facility;

/** A clinic (phòng khám, chuyên khoa) of one hospital. */
public record ClinicId(int value) {}
