package vn.tiepdon.server.facility;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything known of one hospital's clinics: read whole, kept for a while.
 *
 * @param lastDays of clinics that are closed for good: from then on they take nobody, and after it nobody shows them
 */
record Timetable(
        Facility facility,
        List<Clinic> clinics,
        Map<ClinicId, List<OpeningHours>> hours,
        Map<ClinicId, Set<LocalDate>> closures,
        Map<ClinicId, LocalDate> lastDays) {

    /** Those that are shown on a business day. */
    List<Clinic> listed(LocalDate day) {
        return clinics.stream()
                .filter(clinic -> {
                    LocalDate last = lastDays.get(clinic.id());
                    return last == null || !day.isAfter(last);
                })
                .toList();
    }

    /** Whether a clinic opens at any hour of a day. */
    boolean opensOn(Clinic clinic, LocalDate day) {
        return !lastDays.containsKey(clinic.id())
                && !closures.getOrDefault(clinic.id(), Set.of()).contains(day)
                && hours.getOrDefault(clinic.id(), List.of()).stream()
                        .anyMatch(hours -> hours.weekDay() == day.getDayOfWeek().getValue());
    }

    ClinicOpening opening(Clinic clinic, LocalDateTime local) {
        if (lastDays.containsKey(clinic.id())
                || closures.getOrDefault(clinic.id(), Set.of()).contains(local.toLocalDate())) {
            return new ClinicOpening(clinic, false, null);
        }
        List<OpeningHours> today = hours.getOrDefault(clinic.id(), List.of()).stream()
                .filter(hours -> hours.weekDay() == local.getDayOfWeek().getValue())
                .toList();
        LocalTime time = local.toLocalTime();
        if (today.stream().anyMatch(hours -> hours.contain(time))) {
            return new ClinicOpening(clinic, true, null);
        }
        LocalTime opensAt = today.stream()
                .map(OpeningHours::opens)
                .filter(opens -> opens.isAfter(time))
                .min(LocalTime::compareTo)
                .orElse(null);
        return new ClinicOpening(clinic, false, opensAt);
    }
}
