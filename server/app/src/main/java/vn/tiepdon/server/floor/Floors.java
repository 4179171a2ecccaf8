package vn.tiepdon.server.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.tiepdon.server.device.DeviceList;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicOpening;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.facility.Remembered;
import vn.tiepdon.server.facility.RoomId;
import vn.tiepdon.server.queue.QueueKey;
import vn.tiepdon.server.queue.forecast.Estimates;
import vn.tiepdon.server.queue.view.Load;
import vn.tiepdon.server.queue.view.Loads;
import vn.tiepdon.server.queue.view.Pause;
import vn.tiepdon.server.report.FigureBook;
import vn.tiepdon.server.report.Figures;
import vn.tiepdon.server.report.Period;

/** Looks at the hall; however many desks do so, the database is asked once in two seconds. */
@Service
class Floors {

    private static final Duration GOOD_FOR = Duration.ofSeconds(2);
    private static final Duration FIGURES_GOOD_FOR = Duration.ofSeconds(30);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Loads loads;
    private final Estimates estimates;
    private final DeviceList devices;
    private final List<FloorConcern> concerns;
    private final FigureBook figures;
    private final Facilities facilities;
    private final HospitalClock clock;
    private final Remembered<FacilityId, Floor> floors;
    private final Remembered<QueueDay, Figures> days;

    Floors(
            Loads loads,
            Estimates estimates,
            DeviceList devices,
            List<FloorConcern> concerns,
            FigureBook figures,
            Facilities facilities,
            HospitalClock clock) {
        this.loads = loads;
        this.estimates = estimates;
        this.devices = devices;
        this.concerns = concerns;
        this.figures = figures;
        this.facilities = facilities;
        this.clock = clock;
        this.floors = new Remembered<>(GOOD_FOR);
        this.days = new Remembered<>(FIGURES_GOOD_FOR);
    }

    private record QueueDay(FacilityId facility, BusinessDay day) {}

    Floor of(FacilityId id) {
        return floors.get(id, this::look);
    }

    private Floor look(FacilityId id) {
        Facility facility = facilities.get(id);
        Instant now = clock.now();
        BusinessDay day = facility.businessDayAt(now);
        List<ClinicOpening> openings = facilities.openings(id, now);
        List<ClinicId> clinics = openings.stream().map(it -> it.clinic().id()).toList();
        Map<ClinicId, Load> all = loads.of(id, clinics, day);
        Map<RoomId, Instant> calls = loads.lastCalls(id, clinics, day);
        Map<RoomId, Pause> pauses = loads.pauses(id);
        List<FloorQueue> queues = openings.stream()
                .map(it -> queue(facility, it, all.get(it.clinic().id()), calls, pauses, now))
                .toList();
        return new Floor(
                CLOCK.format(facility.localAt(now)),
                queues,
                devices.of(id).stream()
                        .filter(it -> it.status().needsAttention() || it.unsent() > 0)
                        .toList(),
                concerns.stream().map(it -> it.of(id)).flatMap(Optional::stream).toList(),
                days.get(
                        new QueueDay(id, day),
                        key -> figures.of(key.facility(), Period.day(key.day().date()))));
    }

    private FloorQueue queue(
            Facility facility,
            ClinicOpening opening,
            Load known,
            Map<RoomId, Instant> calls,
            Map<RoomId, Pause> pauses,
            Instant now) {
        Clinic clinic = opening.clinic();
        Load load = known == null ? Load.EMPTY : known;
        QueueKey key = new QueueKey(facility.id(), clinic.id(), facility.businessDayAt(now));
        return new FloorQueue(
                clinic.name(),
                opening.open(),
                load,
                load.longest() == null
                        ? null
                        : Duration.between(load.longest(), now).toMinutes(),
                estimates.of(key, load.waiting()),
                clinic.rooms().stream()
                        .map(it -> room(facility, it.code(), calls.get(it.id()), pauses.get(it.id())))
                        .toList());
    }

    private static FloorRoom room(Facility facility, String code, Instant called, Pause pause) {
        if (pause != null) {
            return new FloorRoom(
                    code, FloorRoom.State.PAUSED, MINUTE.format(facility.localAt(pause.since())), pause.reason());
        }
        return called == null
                ? new FloorRoom(code, FloorRoom.State.SILENT, null, "")
                : new FloorRoom(code, FloorRoom.State.CALLS, MINUTE.format(facility.localAt(called)), "");
    }
}
