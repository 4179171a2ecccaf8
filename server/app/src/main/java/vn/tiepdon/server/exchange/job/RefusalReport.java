package vn.tiepdon.server.exchange.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.exchange.RefusedRecord;
import vn.tiepdon.server.facility.FacilityId;

/** All that was refused of a file, for a spreadsheet. */
@Component
class RefusalReport {

    private static final int AT_ONCE = 1_000;
    /** Without it a spreadsheet takes UTF-8 for something else. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JobViews views;

    RefusalReport(JobViews views) {
        this.views = views;
    }

    void write(FacilityId facility, UUID job, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tu-choi-" + job + ".csv\"");
        try (Writer letters = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(letters, CSVFormat.RFC4180)) {
            letters.write(BYTE_ORDER_MARK);
            csv.printRecord("item", "line", "MA_LK", "reason", "field", "vi", "en");
            long after = 0;
            for (List<RefusedRecord> page = views.refused(facility, job, after, AT_ONCE);
                    !page.isEmpty();
                    page = views.refused(facility, job, after, AT_ONCE)) {
                for (RefusedRecord it : page) {
                    csv.printRecord(
                            it.item(),
                            it.line(),
                            harmless(it.sourceId()),
                            it.reason(),
                            harmless(it.field()),
                            it.text().vi(),
                            it.text().en());
                    after = it.item();
                }
            }
        }
    }

    /** What comes from a file must not become a formula. */
    private static String harmless(String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
