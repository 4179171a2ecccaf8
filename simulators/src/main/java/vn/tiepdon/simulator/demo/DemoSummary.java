package vn.tiepdon.simulator.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.simulator.rig.Visit;

/**
 * What {@code target/demo/summary.json} says of one check-in. Paths are relative to {@code target/demo}.
 *
 * @param path how the patient identified: {@code patient-card}, …
 * @param ticket the number as the server tells it
 * @param ticketImage the paper that came out of the printer
 * @param card null unless the path is about what is written on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemoSummary(
        String path,
        String ticket,
        String clinic,
        Millis ms,
        List<String> screenshots,
        String ticketImage,
        CardRevisions card) {

    /**
     * @param identify card or code to the kiosk's first question
     * @param server chosen clinic to the number on the screen
     * @param print chosen clinic to the last byte at the printer
     * @param total all that the patient waits for, without the patient's own time
     */
    record Millis(double identify, double server, double print, double total) {

        static Millis of(Visit visit) {
            return new Millis(visit.identifyMillis(), visit.serverMillis(), visit.printMillis(), visit.totalMillis());
        }
    }

    static DemoSummary of(
            Path folder, String path, Ticket ticket, Visit visit, List<Path> screenshots, Path ticketImage) {
        return new DemoSummary(
                path,
                ticket.label(),
                ticket.clinic().vi(),
                Millis.of(visit),
                screenshots.stream()
                        .map(picture -> folder.relativize(picture).toString())
                        .toList(),
                folder.relativize(ticketImage).toString(),
                null);
    }

    DemoSummary with(CardRevisions written) {
        return new DemoSummary(path, ticket, clinic, ms, screenshots, ticketImage, written);
    }
}
