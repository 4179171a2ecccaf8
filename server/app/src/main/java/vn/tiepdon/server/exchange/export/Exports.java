package vn.tiepdon.server.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.exchange.csv.CsvWriter;
import vn.tiepdon.server.exchange.fhir.NdjsonExport;
import vn.tiepdon.server.exchange.xml.InsuranceWriter;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.history.ClinicalRecords;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientPage;
import vn.tiepdon.server.patient.PatientQuery;

/** Reads a hospital page by page and writes each page before the next is read. */
@Component
class Exports {

    private static final int PAGE = 200;

    private final ClinicalRecords records;
    private final PatientDirectory directory;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final JdbcClient jdbc;
    private final NdjsonExport fhir;

    Exports(
            ClinicalRecords records,
            PatientDirectory directory,
            Facilities facilities,
            HospitalClock clock,
            JdbcClient jdbc,
            NdjsonExport fhir) {
        this.records = records;
        this.directory = directory;
        this.facilities = facilities;
        this.clock = clock;
        this.jdbc = jdbc;
        this.fhir = fhir;
    }

    /** Takes one visit with its patient and its clinic's code. */
    @FunctionalInterface
    private interface Taker {
        void take(PatientDetails person, Visit visit, String clinic) throws IOException, XMLStreamException;
    }

    void write(FacilityId id, ExportKind kind, OutputStream out) throws IOException {
        Facility facility = facilities.get(id);
        try {
            switch (kind) {
                case INSURANCE_XML -> {
                    LocalDate today = clock.today(facility).date();
                    InsuranceWriter xml =
                            new InsuranceWriter(out, facility.code(), facility.zone(), today, visitsOf(id));
                    each(id, xml::add);
                    xml.finish();
                }
                case VISITS_CSV -> {
                    CsvWriter csv = CsvWriter.ofVisits(out);
                    each(id, (person, visit, clinic) -> csv.add(person, visit, clinic, facility.zone()));
                    csv.finish();
                }
                case PATIENTS_CSV -> {
                    CsvWriter csv = CsvWriter.ofPatients(out);
                    patients(id, csv);
                    csv.finish();
                }
                case FHIR_NDJSON -> fhir.write(id, out);
            }
        } catch (XMLStreamException broken) {
            throw new IOException("the receiver has gone", broken);
        }
    }

    private void each(FacilityId facility, Taker taker) throws IOException, XMLStreamException {
        Map<ClinicId, String> clinics =
                facilities.clinics(facility).stream().collect(Collectors.toMap(Clinic::id, Clinic::code));
        long after = Long.MIN_VALUE;
        for (List<Visit> page = records.visitsAfter(facility, after, PAGE);
                !page.isEmpty();
                page = records.visitsAfter(facility, after, PAGE)) {
            Map<PatientId, PatientDetails> people = new HashMap<>();
            directory
                    .details(
                            facility,
                            page.stream().map(Visit::patient).distinct().toList())
                    .forEach(it -> people.put(it.patient().id(), it));
            for (Visit visit : page) {
                taker.take(people.get(visit.patient()), visit, clinics.getOrDefault(visit.clinic(), ""));
                after = visit.id();
            }
        }
    }

    private void patients(FacilityId facility, CsvWriter csv) throws IOException {
        Optional<PatientId> after = Optional.empty();
        do {
            PatientPage page = directory.search(facility, PatientQuery.everybody(), after, PatientDirectory.MOST);
            for (PatientDetails person : page.patients()) {
                csv.add(person);
            }
            after = page.next();
        } while (after.isPresent());
    }

    private long visitsOf(FacilityId facility) {
        return jdbc.sql("select count(*) from visit where facility_id = :facility")
                .param("facility", facility.value())
                .query(Long.class)
                .single();
    }
}
