package vn.tiepdon.server.exchange.fhir;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientPage;
import vn.tiepdon.server.patient.PatientQuery;

/** All that is kept, as FHIR, a resource a line: patient by patient, each visit followed by what belongs to it. */
@Component
public class NdjsonExport {

    private final PatientDirectory directory;
    private final Charts charts;

    NdjsonExport(PatientDirectory directory, Charts charts) {
        this.directory = directory;
        this.charts = charts;
    }

    /** Never has more than one patient and a page of the register in memory. */
    public void write(FacilityId facility, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ResourceLines lines = new ResourceLines(writer);
        Optional<PatientId> after = Optional.empty();
        do {
            PatientPage page = directory.search(facility, PatientQuery.everybody(), after, PatientDirectory.MOST);
            for (PatientDetails person : page.patients()) {
                lines.add(charts.of(facility, person));
            }
            after = page.next();
        } while (after.isPresent());
        writer.flush();
    }
}
