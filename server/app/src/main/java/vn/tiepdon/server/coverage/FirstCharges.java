package vn.tiepdon.server.coverage;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.record.KeptRecord;
import vn.tiepdon.server.coverage.record.RecordIntake;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.patient.PatientId;

/**
 * Where a visit's check-in record begins: with the first thing that is paid for, not with the number. In the caller's
 * transaction; also as an application event, for those who need not know of insurance.
 */
@Component
public class FirstCharges {

    private final RecordIntake intake;
    private final GatewayAccounts accounts;

    FirstCharges(RecordIntake intake, GatewayAccounts accounts) {
        this.intake = intake;
        this.accounts = accounts;
    }

    /** Whether rooms say what is ordered first, because no other system does. */
    public boolean roomsOrder(FacilityId facility) {
        return accounts.of(facility).filter(GatewayAccount::roomsOrder).isPresent();
    }

    /** Whether a patient's day is reported already. */
    public boolean told(FacilityId facility, PatientId patient, LocalDate day) {
        return intake.of(facility, patient, day).isPresent();
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
