package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Fills an empty hospital with clinics, patients, their records and a year of visits. */
@Component
public class SyntheticHospital {

    private static final Logger log = LoggerFactory.getLogger(SyntheticHospital.class);

    private static final int AT_ONCE = 500;

    private final SyntheticClinics clinics;
    private final JdbcTemplate jdbc;
    private final HospitalClock clock;
    private final TiepDonSettings.Synthetic settings;

    SyntheticHospital(SyntheticClinics clinics, JdbcTemplate jdbc, HospitalClock clock, TiepDonSettings settings) {
        this.clinics = clinics;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings.synthetic();
    }

    /** Joins the caller's transaction: the hospital is there whole, or not at all. */
    public void fill(Facility facility) {
        Map<String, Integer> clinicIds = clinics.write(facility.id());
        LocalDate today = clock.today(facility).date();
        InventedVisits visits = new InventedVisits(Lines.read("diagnoses.csv", Diagnosis::of), settings.seed(), today);
        InventedRecords records = new InventedRecords(
                Lines.read("drugs.csv", DrugLine::of), Lines.read("allergies.csv", AllergyLine::of), settings.seed());
        long written = 0;
        for (int first = 1; first <= settings.patients(); first += AT_ONCE) {
            int last = Math.min(settings.patients(), first + AT_ONCE - 1);
            PatientBatch batch = new PatientBatch(facility.id(), clinicIds, clock.now(), written);
            RecordBatch medical = new RecordBatch(facility.id());
            for (int serial = first; serial <= last; serial++) {
                InventedPatient patient = InventedPatient.of(settings.seed(), serial);
                InventedVisits.Course course = visits.of(patient);
                batch.add(patient, course);
                medical.add(patient, records.of(patient, course.visits()));
            }
            written = batch.write(jdbc);
            medical.write(jdbc);
            log.info("synthetic hospital: {} of {} patients, {} visits", last, settings.patients(), written);
        }
    }
}
