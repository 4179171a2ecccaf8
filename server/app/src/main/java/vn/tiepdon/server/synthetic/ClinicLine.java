package vn.tiepdon.server.synthetic;

import java.util.List;

/** One clinic of the invented hospital. */
record ClinicLine(
        String code, String nameVi, String nameEn, int quota, List<String> rooms, String placeVi, String placeEn) {

    static ClinicLine of(String[] fields) {
        return new ClinicLine(
                fields[0],
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                List.of(fields[4].split(",")),
                fields[5],
                fields[6]);
    }
}
