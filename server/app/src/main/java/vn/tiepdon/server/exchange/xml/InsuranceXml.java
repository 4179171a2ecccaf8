package vn.tiepdon.server.exchange.xml;

import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.exchange.FileBrokenException;
import vn.tiepdon.server.exchange.ImportFormat;
import vn.tiepdon.server.exchange.ImportOrder;
import vn.tiepdon.server.exchange.RecordSource;
import vn.tiepdon.server.exchange.SourceKind;
import vn.tiepdon.server.exchange.WriteResult;
import vn.tiepdon.server.exchange.content.HospitalRecord;
import vn.tiepdon.server.exchange.content.RecordWriter;
import vn.tiepdon.server.exchange.content.VisitFields;
import vn.tiepdon.server.facility.Facilities;

/** Insurance XML, read. */
@Component
class InsuranceXml implements ImportFormat<HospitalRecord> {

    private final VisitFields visits;
    private final RecordWriter writer;
    private final Facilities facilities;

    InsuranceXml(VisitFields visits, RecordWriter writer, Facilities facilities) {
        this.visits = visits;
        this.writer = writer;
        this.facilities = facilities;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.INSURANCE_XML;
    }

    @Override
    public RecordSource<HospitalRecord> open(ImportOrder order, InputStream file) throws FileBrokenException {
        return new InsuranceFile(file, visits, facilities.get(order.facility()).zone());
    }

    @Override
    public List<WriteResult> write(ImportOrder order, List<HospitalRecord> records) {
        return writer.write(order, records);
    }
}
