package vn.tiepdon.server.administration;

import java.sql.Types;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the hospital's own names. Its code stands in every card and slip: it stays once there are patients. */
@Service
class HospitalBook {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESK = 100;
    private static final int LONGEST_ADDRESS = 100;

    /** Scheme, host and port alone: pages know their own paths. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?");

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");

    private final JdbcClient jdbc;
    private final HouseChanges changes;

    HospitalBook(JdbcClient jdbc, HouseChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Transactional
    public boolean change(By by, HospitalForm form, Typed typed) {
        String code = Typed.line(form.code()).toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            typed.wrong("code", "hospital.code");
        }
        String nameVi = typed.text("nameVi", form.nameVi(), LONGEST_NAME);
        String nameEn = typed.text("nameEn", form.nameEn(), LONGEST_NAME);
        String deskVi = typed.text("deskVi", form.deskVi(), LONGEST_DESK);
        String deskEn = typed.text("deskEn", form.deskEn(), LONGEST_DESK);
        String address = address(form, typed);
        changes.begin(by);
        boolean known = jdbc.sql("select code from facility where facility_id = :facility")
                .param("facility", by.facility().value())
                .query(String.class)
                .single()
                .equals(code);
        if (!known && inUse(by)) {
            typed.wrong("code", "hospital.code.used");
        } else if (!known && taken(by, code)) {
            typed.wrong("code", "hospital.code.taken");
        }
        if (!typed.well()) {
            return false;
        }
        jdbc.sql("""
                update facility set code = :code, name_vi = :vi, name_en = :en, desk_vi = :deskVi, desk_en = :deskEn,
                    public_address = :address
                where facility_id = :facility""")
                .param("code", code)
                .param("vi", nameVi)
                .param("en", nameEn)
                .param("deskVi", deskVi)
                .param("deskEn", deskEn)
                .param("address", address.isEmpty() ? null : address, Types.VARCHAR)
                .param("facility", by.facility().value())
                .update();
        changes.note(by, "hospital.change", code + ", " + nameVi + ", " + deskVi);
        return true;
    }

    private static String address(HospitalForm form, Typed typed) {
        String address = Typed.line(form.address()).replaceFirst("/+$", "");
        if (!address.isEmpty()
                && (address.length() > LONGEST_ADDRESS
                        || !ADDRESS.matcher(address).matches())) {
            typed.wrong("address", "hospital.address");
        }
        return address;
    }

    private boolean inUse(By by) {
        return jdbc.sql("select count(*) from (select 1 from patient where facility_id = :facility limit 1) some")
                        .param("facility", by.facility().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean taken(By by, String code) {
        return jdbc.sql("select count(*) from facility where code = :code and facility_id <> :facility")
                        .param("code", code)
                        .param("facility", by.facility().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
