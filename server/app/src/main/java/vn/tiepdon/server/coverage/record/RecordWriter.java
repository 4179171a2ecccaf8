package vn.tiepdon.server.coverage.record;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tiepdon.server.coverage.gateway.GatewayCalls;
import vn.tiepdon.server.coverage.gateway.RecordReceipt;

/** Keeps a try: the record's state, its receipt and the log of its calls, all or nothing. */
@Component("insuranceRecordWriter")
class RecordWriter {

    private final RecordTable records;
    private final GatewayCalls calls;

    RecordWriter(RecordTable records, GatewayCalls calls) {
        this.records = records;
        this.calls = calls;
    }

    @Transactional
    void tried(
            KeptRecord record,
            UUID worker,
            RecordReceipt receipt,
            RecordState state,
            Instant at,
            Instant nextTry,
            String actor) {
        records.tried(record, worker, state, at, nextTry);
        records.receipt(record, receipt, at);
        calls.append(record.facility(), actor, receipt.calls());
    }
}
