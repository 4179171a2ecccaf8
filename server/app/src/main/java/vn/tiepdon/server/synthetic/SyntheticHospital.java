package vn.tiepdon.server.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.database.TableStatistics;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.Programme;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Fills an empty hospital with clinics, patients, their records and a year of visits. */
@Component
public class SyntheticHospital {

    private static final Logger log = LoggerFactory.getLogger(SyntheticHospital.class);

    private static final int FIRST = 20; // enough for the database to see that these tables are not empty
    private static final int AT_ONCE = 500;
    private static final int LONGEST_FOLLOWED_MONTHS = 90;

    private final SyntheticClinics clinics;
    private final JdbcTemplate jdbc;
    private final TableStatistics statistics;
    private final HospitalClock clock;
    private final TiepDonSettings.Synthetic settings;

    SyntheticHospital(
            SyntheticClinics clinics,
            JdbcTemplate jdbc,
            TableStatistics statistics,
            HospitalClock clock,
            TiepDonSettings settings) {
        this.clinics = clinics;
        this.jdbc = jdbc;
        this.statistics = statistics;
        this.clock = clock;
        this.settings = settings.synthetic();
    }

    /** Joins the caller's transaction: the hospital is there whole, or not at all. */
    public void fill(Facility facility) {
        int house = facility.id().value();
        Map<String, Integer> clinicIds = clinics.write(facility.id());
        LocalDate today = clock.today(facility).date();
        InventedVisits visits = new InventedVisits(Lines.read("diagnoses.csv", Diagnosis::of), settings.seed(), today);
        List<DrugLine> drugs = Lines.read("drugs.csv", DrugLine::of);
        InventedRecords records =
                new InventedRecords(drugs, Lines.read("allergies.csv", AllergyLine::of), settings.seed());
        PatientRows register = new PatientRows(clock.now());
        VisitRows visitRows = new VisitRows(drugs, settings.seed(), facility.zone());
        int last = 0;
        while (last < settings.patients()) {
            int first = last + 1;
            last = Math.min(settings.patients(), last + (last == 0 ? FIRST : AT_ONCE));
            Rows rows = new Rows();
            for (int serial = first; serial <= last; serial++) {
                InventedPatient patient = InventedPatient.of(settings.seed(), serial);
                InventedVisits.Course course = visits.of(patient);
                register.add(rows, house, patient);
                for (Programme programme : patient.programmes()) {
                    rows.add(
                            FilledTable.CHRONIC_PROGRAMME,
                            house,
                            (long) serial,
                            programme.name(),
                            clinicIds.get(programme.name()),
                            course.nextDue(),
                            course.visits().get(0).day().minusMonths(serial % LONGEST_FOLLOWED_MONTHS),
                            VisitRows.SUPPLY_DAYS);
                }
                for (InventedVisits.Visit visit : course.visits()) {
                    visitRows.add(
                            rows,
                            house,
                            serial,
                            clinicIds.get(visit.where()),
                            visit,
                            course.after(visit),
                            course.beside(visit));
                }
                RecordRows.add(rows, house, patient, records.of(patient, course.visits()));
            }
            rows.insert(jdbc);
            if (first == 1) {
                statistics.refresh(FilledTable.names());
            }
            log.info("synthetic hospital: {} of {} patients, {} visits", last, settings.patients(), visitRows.visits());
        }
    }
}
