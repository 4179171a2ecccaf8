package vn.tiepdon.server.coverage.record;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.lookup.CheckAnswered;
import vn.tiepdon.server.coverage.lookup.CheckedCard;
import vn.tiepdon.server.coverage.lookup.CheckedCards;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;

/** Fills in what the insurance answered later, where nobody has touched the record yet. */
@Component
class RecordRefill {

    private final RecordTable records;
    private final CheckedCards cards;
    private final Facilities facilities;
    private final GatewayAccounts accounts;
    private final HospitalClock clock;

    RecordRefill(
            RecordTable records,
            CheckedCards cards,
            Facilities facilities,
            GatewayAccounts accounts,
            HospitalClock clock) {
        this.records = records;
        this.cards = cards;
        this.facilities = facilities;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    void answered(CheckAnswered answer) {
        CheckedCard card = cards.of(answer.facility(), answer.patient(), answer.day());
        String hospital = accounts.codeOf(facilities.get(answer.facility()));
        for (KeptRecord record : records.untouched(answer.facility(), answer.patient(), answer.day())) {
            CheckInRecord content = RecordContent.filled(record.content(), card, hospital);
            List<RecordField> faults = List.copyOf(RecordRules.faults(content));
            RecordState state = faults.isEmpty() ? RecordState.READY : RecordState.FAULTY;
            records.correct(record.with(state, content, faults), clock.now());
        }
    }
}
