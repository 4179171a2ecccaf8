package vn.tiepdon.server.room;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;

/** Where a patient usually goes when the doctor is done: to the cashier, then to the pharmacy. */
@Component
class AfterVisit {

    private final Facilities facilities;
    private final HospitalClock clock;

    AfterVisit(Facilities facilities, HospitalClock clock) {
        this.facilities = facilities;
        this.clock = clock;
    }

    /** In order, those that are open now. */
    List<Clinic> of(FacilityId facility) {
        return Stream.of(ClinicKind.CASHIER, ClinicKind.PHARMACY)
                .map(kind -> open(facility, kind))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Clinic> open(FacilityId facility, ClinicKind kind) {
        return facilities.clinics(facility).stream()
                .filter(it -> it.kind() == kind)
                .filter(it -> facilities.opening(facility, it, clock.now()).open())
                .findFirst();
    }
}
