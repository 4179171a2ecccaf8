package vn.tiepdon.server.exchange.fhir;

import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.RecordWriter;
import vn.tiepdon.server.facility.Facilities;

/** FHIR resources line by line, read. Names no class of the library: Spring makes it at start. */
@Component
class NdjsonFormat implements ImportFormat<HospitalRecord> {

    private final RecordWriter writer;
    private final Facilities facilities;

    NdjsonFormat(RecordWriter writer, Facilities facilities) {
        this.writer = writer;
        this.facilities = facilities;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.FHIR_NDJSON;
    }

    @Override
    public RecordSource<HospitalRecord> open(ImportOrder order, InputStream file) {
        return new FhirRecords(
                new NdjsonLines(file), facilities.get(order.facility()), facilities.clinics(order.facility()));
    }

    @Override
    public List<WriteResult> write(ImportOrder order, List<HospitalRecord> records) {
        return writer.write(order, records);
    }
}
