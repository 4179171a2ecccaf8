package vn.tiepdon.server.exchange.job;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;

/** Files as they come with a request: its body is the file. */
@Component
class Uploads {

    private static final int LOOKED_AT = 8 * 1024;

    private final ImportJobs jobs;
    private final Facilities facilities;

    Uploads(ImportJobs jobs, Facilities facilities) {
        this.jobs = jobs;
        this.facilities = facilities;
    }

    /**
     * @param format name of a {@link SourceKind}; null when the file shall tell
     * @param clinic code; null for the first one of the hospital
     */
    ImportJob take(Caller caller, HttpServletRequest request, String name, String format, String clinic)
            throws IOException {
        ImportOrder order =
                new ImportOrder(caller.facility(), clinic(caller, clinic).id(), caller.name());
        InputStream file = new BufferedInputStream(request.getInputStream());
        SourceKind kind = format == null || format.isBlank()
                ? kind(file, name).orElseThrow(() -> new ImportRefusedException(FaultCode.IMPORT_FORMAT_UNKNOWN, "?"))
                : kind(format);
        String shown = name == null || name.isBlank() ? kind.name() : name.strip();
        return jobs.accept(order, request.getRemoteAddr(), kind, shown, file, request.getContentLengthLong());
    }

    private Clinic clinic(Caller caller, String code) {
        boolean first = code == null || code.isBlank();
        Optional<Clinic> clinic = first
                ? facilities.clinics(caller.facility()).stream().findFirst()
                : facilities.clinic(caller.facility(), code);
        return clinic.orElseThrow(() -> new ImportRefusedException(FaultCode.CLINIC_UNKNOWN, "for an import"));
    }

    private static SourceKind kind(String format) {
        try {
            return SourceKind.valueOf(format.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ImportRefusedException(FaultCode.IMPORT_FORMAT_UNKNOWN, "no such format");
        }
    }

    /** By the first character that is no white space and no byte order mark; JSON by its first line too. */
    private static Optional<SourceKind> kind(InputStream file, String name) throws IOException {
        file.mark(LOOKED_AT);
        byte[] head = file.readNBytes(LOOKED_AT);
        file.reset();
        for (byte one : head) {
            if (one == '<') {
                return Optional.of(SourceKind.INSURANCE_XML);
            }
            if (one == '{') {
                boolean named = name != null && name.toLowerCase(Locale.ROOT).endsWith(".ndjson");
                return Optional.of(named || lineByLine(head) ? SourceKind.FHIR_NDJSON : SourceKind.FHIR_BUNDLE);
            }
            if (Character.isLetterOrDigit(one) || one == '"') {
                return Optional.of(SourceKind.CSV);
            }
        }
        return Optional.empty();
    }

    /** Whether the first line is an object, and nothing or another one follows. */
    private static boolean lineByLine(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0 || !text.substring(0, end).stripTrailing().endsWith("}")) {
            return false;
        }
        String rest = text.substring(end).stripLeading();
        return rest.isEmpty() || rest.startsWith("{");
    }
}
