package vn.tiepdon.server.setup;

import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.synthetic.SyntheticHospital;

/** Makes the hospital and its first logins before the port opens, in one transaction. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private static final FacilityId FIRST = new FacilityId(1);
    private static final String INVENTED = "36999";
    private static final int TIMEOUT_SECONDS = 600;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TiepDonSettings settings;
    private final SyntheticHospital synthetic;
    private final FirstLogins logins;
    private final HospitalClock clock;

    FirstStart(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TiepDonSettings settings,
            SyntheticHospital synthetic,
            FirstLogins logins,
            HospitalClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(TIMEOUT_SECONDS);
        this.settings = settings;
        this.synthetic = synthetic;
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> houses =
                jdbc.sql("select code from facility").query(String.class).list();
        if (clock.isInvented() && !houses.stream().allMatch(INVENTED::equals)) {
            throw new IllegalStateException("a hospital that is not invented lives in real time");
        }
        if (!houses.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> make());
        } catch (DuplicateKeyException another) {
            log.info("another server on the same database has made the hospital");
        }
    }

    private void make() {
        boolean invented = settings.synthetic().enabled();
        Facility facility = invented ? invented() : given(settings.hospital());
        insert(facility);
        if (invented) {
            synthetic.fill(facility);
        }
        logins.make(facility.id(), invented);
        log.info("made hospital {}", facility.code());
    }

    private static Facility given(TiepDonSettings.Hospital hospital) {
        return new Facility(
                FIRST,
                hospital.code(),
                new Text(hospital.nameVi(), hospital.nameEn()),
                new Text(hospital.deskVi(), hospital.deskEn()),
                hospital.zone(),
                hospital.dayStarts());
    }

    private Facility invented() {
        return new Facility(
                FIRST,
                INVENTED,
                new Text("Bệnh viện Đa khoa tỉnh Bình Minh", "Binh Minh Provincial General Hospital"),
                new Text("quầy số 1", "desk 1"),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                settings.hospital().dayStarts());
    }

    private void insert(Facility facility) {
        jdbc.sql("""
                insert into facility (facility_id, code, name_vi, name_en, desk_vi, desk_en, zone, day_starts)
                values (:id, :code, :vi, :en, :deskVi, :deskEn, :zone, :starts)
                """)
                .param("id", facility.id().value())
                .param("code", facility.code())
                .param("vi", facility.name().vi())
                .param("en", facility.name().en())
                .param("deskVi", facility.desk().vi())
                .param("deskEn", facility.desk().en())
                .param("zone", facility.zone().getId())
                .param("starts", facility.dayStarts())
                .update();
    }
}
