package vn.tiepdon.server.administration;

/**
 * The hospital as typed.
 *
 * @param address where telephones reach this server; empty when they do not
 */
public record HospitalForm(String code, String nameVi, String nameEn, String deskVi, String deskEn, String address) {}
