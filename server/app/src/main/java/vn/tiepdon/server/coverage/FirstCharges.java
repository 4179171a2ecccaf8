package vn.tiepdon.server.coverage;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.record.KeptRecord;
import vn.tiepdon.server.coverage.record.RecordIntake;

/**
 * Where a visit's check-in record begins: with the first thing that is paid for, not with the number. In the caller's
 * transaction; also as an application event, for those who need not know of insurance.
 */
@Component
public class FirstCharges {

    private final RecordIntake intake;

    FirstCharges(RecordIntake intake) {
        this.intake = intake;
    }

    /**
     * Whatever comes after the first changes nothing.
     *
     * @return the visit's record; empty for an emergency, which is not reported
     */
    public Optional<KeptRecord> ordered(FirstCharge charge) {
        return intake.ordered(charge);
    }

    @EventListener
    void heard(FirstCharge charge) {
        intake.ordered(charge);
    }
}
