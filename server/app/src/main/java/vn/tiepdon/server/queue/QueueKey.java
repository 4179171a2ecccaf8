package vn.tiepdon.server.queue;

import java.util.Collection;
import java.util.List;
import vn.tiepdon.server.facility.BusinessDay;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.FacilityId;

/** The queue of one clinic on one business day. */
public record QueueKey(FacilityId facility, ClinicId clinic, BusinessDay day) {

    /** For {@code (facility_id, clinic_id, business_day, …) in (:queues)}, as {@code database.Keys} says why. */
    public static List<Object[]> columns(
            FacilityId facility, Collection<ClinicId> clinics, BusinessDay day, Object... more) {
        return clinics.stream()
                .map(clinic -> {
                    Object[] columns = new Object[3 + more.length];
                    columns[0] = facility.value();
                    columns[1] = clinic.value();
                    columns[2] = day.date();
                    System.arraycopy(more, 0, columns, 3, more.length);
                    return columns;
                })
                .toList();
    }
}
