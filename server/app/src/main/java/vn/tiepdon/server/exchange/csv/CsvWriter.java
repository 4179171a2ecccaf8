package vn.tiepdon.server.exchange.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.tiepdon.server.exchange.content.PersonFields;
import vn.tiepdon.server.exchange.content.VisitFields;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.patient.PatientDetails;

/** Writes patients, or visits, as this house reads them: UTF-8 with its mark, semicolons, quotes where they are needed. */
public final class CsvWriter {

    private static final char MARK = '\uFEFF';

    private final List<String> columns;
    private final Writer letters;
    private final CSVPrinter csv;

    private CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.columns = columns;
        this.letters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        letters.write(MARK);
        this.csv = new CSVPrinter(
                letters, CSVFormat.RFC4180.builder().setDelimiter(';').get());
        csv.printRecord(columns);
    }

    public static CsvWriter ofPatients(OutputStream out) throws IOException {
        return new CsvWriter(out, CsvColumns.PATIENT);
    }

    public static CsvWriter ofVisits(OutputStream out) throws IOException {
        return new CsvWriter(out, CsvColumns.visit());
    }

    public void add(PatientDetails person) throws IOException {
        row(PersonFields.write(person));
    }

    public void add(PatientDetails person, Visit visit, String clinic, ZoneId zone) throws IOException {
        Map<String, String> fields = new TreeMap<>(PersonFields.write(person));
        fields.putAll(VisitFields.write(visit, clinic, zone));
        fields.putAll(CsvResults.write(visit));
        fields.put("MA_BAC_SI", visit.details().doctor().orElse(""));
        row(fields);
    }

    private void row(Map<String, String> fields) throws IOException {
        csv.printRecord(
                columns.stream().map(name -> fields.getOrDefault(name, "")).toList());
    }

    /** The end of the file; closes nothing. */
    public void finish() throws IOException {
        csv.flush();
    }
}
