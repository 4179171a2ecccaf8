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
import org.springframework.stereotype.Component;
import vn.tiepdon.server.settings.TiepDonSettings;

/** Hospitals, clinics and rooms, from memory no older than {@code tiepdon.facility-cache-age}. */
@Component
public class Facilities {

    private final Timetables timetables;
    private final Clock clock;
    private final Duration age;
    private final Map<FacilityId, Known> known = new ConcurrentHashMap<>();

    Facilities(Timetables timetables, Clock clock, TiepDonSettings settings) {
        this.timetables = timetables;
        this.clock = clock;
        this.age = settings.facilityCacheAge();
    }

    /** @throws FacilityUnknownException when there is no such hospital */
    public Facility get(FacilityId id) {
        return timetable(id).facility();
    }

    /** All clinics in the order in which the hospital lists them. */
    public List<Clinic> clinics(FacilityId id) {
        return timetable(id).clinics();
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
        return clinics(id).stream().flatMap(clinic -> clinic.rooms().stream()).toList();
    }

    /** All clinics with their opening at an instant, in the hospital's order. */
    public List<ClinicOpening> openings(FacilityId id, Instant at) {
        Timetable timetable = timetable(id);
        LocalDateTime local = LocalDateTime.ofInstant(at, timetable.facility().zone());
        return timetable.clinics().stream()
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

    private Timetable timetable(FacilityId id) {
        Instant now = clock.instant();
        Known entry = known.get(id);
        if (entry == null || Duration.between(entry.read(), now).abs().compareTo(age) > 0) {
            entry = new Known(timetables.read(id).orElseThrow(() -> new FacilityUnknownException(id)), now);
            known.put(id, entry);
        }
        return entry.timetable();
    }

    private record Known(Timetable timetable, Instant read) {}
}
