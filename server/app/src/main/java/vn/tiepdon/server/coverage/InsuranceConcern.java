package vn.tiepdon.server.coverage;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.coverage.lookup.CheckDesk;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.floor.FloorConcern;

/** People of today whose insurance is not verified, or came out otherwise than they were told. */
@Component
class InsuranceConcern implements FloorConcern {

    private final CheckDesk checks;
    private final Facilities facilities;
    private final HospitalClock clock;

    InsuranceConcern(CheckDesk checks, Facilities facilities, HospitalClock clock) {
        this.checks = checks;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public Optional<Concern> of(FacilityId facility) {
        int open = checks.openOn(facility, clock.today(facilities.get(facility)).date());
        return open == 0 ? Optional.empty() : Optional.of(new Concern("insurance.floor", open, "/insurance"));
    }
}
