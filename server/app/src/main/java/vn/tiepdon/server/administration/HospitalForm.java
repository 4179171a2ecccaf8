package vn.tiepdon.server.administration;

/** The hospital as typed. */
public record HospitalForm(String code, String nameVi, String nameEn, String deskVi, String deskEn) {}
