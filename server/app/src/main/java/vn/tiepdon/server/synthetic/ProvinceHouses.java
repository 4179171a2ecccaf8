package vn.tiepdon.server.synthetic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import vn.tiepdon.server.facility.FacilityId;

/** The province's hospitals and stations: their clinics, and who works there. */
final class ProvinceHouses {

    private final JdbcTemplate jdbc;
    private final String passwordHash;

    ProvinceHouses(JdbcTemplate jdbc, String password) {
        this.jdbc = jdbc;
        this.passwordHash = new BCryptPasswordEncoder().encode(password);
    }

    /** @return of each facility, in their order, the clinics' ids by code and programme */
    Map<ProvinceShare, Map<String, Integer>> open(ProvincePlan plan) {
        SyntheticClinics clinics = new SyntheticClinics(jdbc, true, 1_000_000);
        Map<ProvinceShare, Map<String, Integer>> open = new LinkedHashMap<>();
        for (ProvinceShare share : plan.shares()) {
            jdbc.update(
                    "insert into facility (facility_id, code, name_vi, name_en, desk_vi, desk_en, zone, day_starts)"
                            + " values (?, ?, ?, ?, ?, ?, ?, time '03:00')",
                    share.facility(),
                    "36%03d".formatted(share.facility() == 1 ? 999 : share.facility()),
                    name(share, "Bệnh viện Đa khoa tỉnh Bình Minh", "Trung tâm Y tế khu vực %d", "Trạm Y tế xã %d"),
                    name(share, "Binh Minh Provincial General Hospital", "District Health Centre %d", "Station %d"),
                    "quầy số 1",
                    "desk 1",
                    ProvinceCommand.ZONE.getId());
            open.put(share, clinics.write(new FacilityId(share.facility()), share.level().clinics));
            staff(share.facility());
        }
        return open;
    }

    /** In the first house named as at the first start of any hospital, elsewhere with the house's number behind. */
    private void staff(int facility) {
        String house = facility == 1 ? "" : "-" + facility;
        for (String[] member : new String[][] {
            {"quantri", "Quản trị", "ADMIN"}, {"letan", "Lễ tân", "RECEPTION"}, {"phongkham", "Phòng khám", "ROOM"}
        }) {
            jdbc.update(
                    "insert into staff (facility_id, login, password_hash, full_name, roles, enabled)"
                            + " values (?, ?, ?, ?, ?, true)",
                    facility,
                    member[0] + house,
                    passwordHash,
                    member[1],
                    member[2]);
        }
    }

    private static String name(ProvinceShare share, String province, String district, String commune) {
        return switch (share.level()) {
            case PROVINCE -> province;
            case DISTRICT -> district.formatted(share.facility());
            case COMMUNE -> commune.formatted(share.facility());
        };
    }
}
