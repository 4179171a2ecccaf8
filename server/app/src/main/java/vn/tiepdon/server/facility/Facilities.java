package vn.tiepdon.server.facility;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.tiepdon.server.settings.TiepDonSettings;

/**
 * Hospitals, clinics and rooms, from memory. What this server changes is seen at once, what another server on the same
 * database changes within {@link #LOOK}, what somebody changes in the tables within {@code tiepdon.facility-cache-age}.
 */
@Component
public class Facilities {

    static final Duration LOOK = Duration.ofSeconds(2);

    private final Timetables timetables;
    private final Clock clock;
    private final Duration age;
    private final Map<FacilityId, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    Facilities(Timetables timetables, Clock clock, TiepDonSettings settings) {
        this.timetables = timetables;
        this.clock = clock;
        this.age = settings.facilityCacheAge();
    }

    /** @throws FacilityUnknownException when there is no such hospital */
    public Facility get(FacilityId id) {
        return timetable(id).facility();
    }

    /** All clinics in the order in which the hospital lists them; also those that were closed for good. */
    public List<Clinic> clinics(FacilityId id) {
        return timetable(id).clinics();
    }

    /** Those that are not closed for good, or were there this morning. */
    public List<Clinic> listed(FacilityId id) {
        Timetable timetable = timetable(id);
        return timetable.listed(
                timetable.facility().businessDayAt(clock.instant()).date());
    }

    public Optional<Clinic> clinic(FacilityId id, String code) {
        return clinics(id).stream().filter(clinic -> clinic.code().equals(code)).findFirst();
    }

    public Optional<Clinic> clinic(FacilityId id, ClinicId clinicId) {
        return clinics(id).stream()
                .filter(clinic -> clinic.id().equals(clinicId))
                .findFirst();
    }

    public Optional<Room> room(FacilityId id, String code) {
        return rooms(id).stream().filter(room -> room.code().equals(code)).findFirst();
    }

    public Optional<Room> room(FacilityId id, RoomId roomId) {
        return rooms(id).stream().filter(room -> room.id().equals(roomId)).findFirst();
    }

    /** Every room of the hospital, clinic by clinic. */
    public List<Room> rooms(FacilityId id) {
        return listed(id).stream().flatMap(clinic -> clinic.rooms().stream()).toList();
    }

    /** All clinics with their opening at an instant, in the hospital's order. */
    public List<ClinicOpening> openings(FacilityId id, Instant at) {
        Timetable timetable = timetable(id);
        LocalDateTime local = LocalDateTime.ofInstant(at, timetable.facility().zone());
        return timetable.listed(timetable.facility().businessDayAt(at).date()).stream()
                .map(clinic -> timetable.opening(clinic, local))
                .toList();
    }

    public ClinicOpening opening(FacilityId id, Clinic clinic, Instant at) {
        Timetable timetable = timetable(id);
        return timetable.opening(
                clinic, LocalDateTime.ofInstant(at, timetable.facility().zone()));
    }

    /** The first day from a given one on which a clinic opens; the given one when it does not within two weeks. */
    public LocalDate openDay(FacilityId id, Clinic clinic, LocalDate from) {
        Timetable timetable = timetable(id);
        return from.datesUntil(from.plusWeeks(2))
                .filter(day -> timetable.opensOn(clinic, day))
                .findFirst()
                .orElse(from);
    }

    /** Whether a clinic opens at any hour of a day. */
    public boolean opensOn(FacilityId id, ClinicId clinic, LocalDate day) {
        return clinic(id, clinic).filter(it -> timetable(id).opensOn(it, day)).isPresent();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(FacilityChanged changed) {
        changes.incrementAndGet();
        known.remove(changed.facility());
    }

    private Timetable timetable(FacilityId id) {
        Known entry = known.get(id);
        if (entry == null || entry.read().longerAgoThan(age)) {
            return read(id).timetable();
        }
        return entry.looked().longerAgoThan(LOOK) ? looked(id, entry).timetable() : entry.timetable();
    }

    private Known looked(FacilityId id, Known entry) {
        if (!timetables.version(id).equals(Optional.of(entry.version()))) {
            return read(id);
        }
        Known again = new Known(entry.timetable(), entry.version(), entry.read(), Moment.now());
        known.replace(id, entry, again);
        return again;
    }

    private Known read(FacilityId id) {
        Moment now = Moment.now();
        long before = changes.get();
        // The version first: a change that comes between is looked at once more.
        long version = timetables.version(id).orElseThrow(() -> new FacilityUnknownException(id));
        Timetable timetable = timetables.read(id).orElseThrow(() -> new FacilityUnknownException(id));
        Known entry = new Known(timetable, version, now, now);
        // What was read while this server changed something may be from before it, and is not remembered.
        known.compute(id, (same, old) -> changes.get() == before ? entry : null);
        return entry;
    }

    private record Known(Timetable timetable, long version, Moment read, Moment looked) {}
}
