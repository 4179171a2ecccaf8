package vn.tiepdon.server.synthetic;

import java.util.List;
import vn.tiepdon.server.facility.ClinicKind;

/**
 * One clinic of the invented hospital.
 *
 * @param mark null for numbers without letters
 */
record ClinicLine(
        String code,
        String nameVi,
        String nameEn,
        int quota,
        List<String> rooms,
        String placeVi,
        String placeEn,
        ClinicKind kind,
        String mark) {

    private static final int WITH_KIND = 8;

    static ClinicLine of(String[] fields) {
        boolean clinic = fields.length < WITH_KIND;
        return new ClinicLine(
                fields[0],
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                List.of(fields[4].split(",")),
                fields[5],
                fields[6],
                clinic ? ClinicKind.CLINIC : ClinicKind.valueOf(fields[7]),
                clinic ? null : fields[8]);
    }
}
