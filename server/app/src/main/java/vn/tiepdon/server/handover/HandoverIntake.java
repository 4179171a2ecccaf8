package vn.tiepdon.server.handover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.server.checkin.KioskVisits;
import vn.tiepdon.server.device.Device;
import vn.tiepdon.server.event.EventKind;
import vn.tiepdon.server.event.EventLog;
import vn.tiepdon.server.event.QueueEvent;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.handover.Takeover.State;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.queue.numbers.QueueTransactions;

/** Takes in what kiosks could not finish. */
@Service
class HandoverIntake {

    /** Of one kiosk at once; what is older has long gone home. */
    private static final int MOST_OF_A_KIOSK = 50;

    private static final int MOST_OF_A_HOUSE = 1_000;

    private final TakeoverRows rows;
    private final KioskVisits visits;
    private final Facilities facilities;
    private final QueueTransactions transactions;
    private final EventLog events;
    private final HospitalClock clock;

    HandoverIntake(
            TakeoverRows rows,
            KioskVisits visits,
            Facilities facilities,
            QueueTransactions transactions,
            EventLog events,
            HospitalClock clock) {
        this.rows = rows;
        this.visits = visits;
        this.facilities = facilities;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Nobody needs to know of somebody who has a number by now, nor of a day that is over.
     *
     * @throws HandoverRefused when the id is another kiosk's
     */
    void report(Device kiosk, Handover told) {
        Facility facility = facilities.get(kiosk.facility());
        Instant now = clock.now();
        Takeover fresh = takeover(kiosk, facility, told, told.at().isAfter(now) ? now : told.at());
        if (!fresh.day().equals(facility.businessDayAt(now))) {
            return;
        }
        transactions.run(() -> {
            Optional<Takeover> known = rows.find(facility.id(), fresh.id());
            if (known.isPresent()) {
                requireSame(known.get(), fresh);
                return false;
            }
            if (visits.helpedSince(facility.id(), fresh.patient(), fresh.day(), fresh.at(), fresh.checkIn())) {
                return false;
            }
            drop(facility.id(), fresh, now);
            rows.insert(facility.id(), fresh);
            events.append(facility.id(), List.of(QueueEvent.ofHouse(EventKind.HANDOVER)), now);
            return true;
        });
    }

    private Takeover takeover(Device kiosk, Facility facility, Handover told, Instant at) {
        BusinessDay day = facility.businessDayAt(at);
        Optional<PatientId> patient =
                Optional.ofNullable(told.identificationId()).flatMap(id -> visits.patient(kiosk, id, day));
        Optional<String> clinic = Optional.ofNullable(told.clinicCode())
                .flatMap(code -> facilities.clinic(facility.id(), code))
                .map(Clinic::code);
        return new Takeover(
                new HandoverId(told.id()),
                kiosk.id(),
                kiosk.name(),
                at,
                day,
                Optional.ofNullable(told.fault()),
                told.step(),
                patient,
                clinic,
                Optional.ofNullable(told.checkInId()),
                State.WAITING,
                Optional.empty(),
                1);
    }

    private static void requireSame(Takeover known, Takeover fresh) {
        if (!known.device().equals(fresh.device())) {
            throw new HandoverRefused(FaultCode.CHECK_IN_CONFLICT, "same id, another kiosk");
        }
    }

    /** Of a patient who is told anew the older word is dropped; of a kiosk that tells too much, the oldest. */
    private void drop(FacilityId facility, Takeover fresh, Instant now) {
        List<Takeover> waiting = rows.open(facility, fresh.day(), MOST_OF_A_HOUSE).stream()
                .filter(it -> it.state() == State.WAITING && it.device().equals(fresh.device()))
                .sorted(Comparator.comparing(Takeover::at).reversed())
                .toList();
        for (int i = 0; i < waiting.size(); i++) {
            Takeover one = waiting.get(i);
            boolean anew = fresh.patient().isPresent() && one.patient().equals(fresh.patient());
            if (anew || i >= MOST_OF_A_KIOSK - 1) {
                rows.close(facility, one.closed(), Outcome.DROPPED, null, now);
            }
        }
    }
}
