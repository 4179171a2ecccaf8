package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import vn.tiepdon.server.appointment.AppointmentCalendar;
import vn.tiepdon.server.appointment.ClinicPlan;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;

/** Times at which clinics see people by appointment, and whether they have a place left. */
public final class SlotProvider implements IResourceProvider {

    private final AppointmentCalendar calendar;
    private final Facilities facilities;
    private final HospitalClock clock;

    SlotProvider(AppointmentCalendar calendar, Facilities facilities, HospitalClock clock) {
        this.calendar = calendar;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public Class<Slot> getResourceType() {
        return Slot.class;
    }

    @Read
    public Slot read(@IdParam IdType id, ServletRequestDetails request) {
        Facility facility = hospital(request);
        Slot found = Slots.parse(id.getIdPart()).stream()
                .flatMap(it -> slots(facility, it.clinic(), it.slot().day(), 1))
                .filter(it -> it.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    @Search
    public Bundle search(
            @RequiredParam(
                            name = Slot.SP_SCHEDULE,
                            chainWhitelist = {""},
                            targetTypes = Schedule.class)
                    ReferenceParam schedule,
            @Description(shortDefinition = "from today on when nothing is said") @OptionalParam(name = Slot.SP_START)
                    DateRangeParam start,
            @OptionalParam(name = Slot.SP_STATUS) TokenOrListParam statuses,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        Facility facility = hospital(request);
        DateFilter filter = DateFilter.of(start, facility.zone());
        LocalDate from = filter.from().equals(Instant.MIN)
                ? clock.today(facility).date()
                : filter.from().atZone(facility.zone()).toLocalDate();
        LocalDate behind = filter.to().equals(Instant.MAX)
                ? from.plusDays(AppointmentCalendar.MOST_DAYS)
                : filter.to()
                        .minusNanos(1)
                        .atZone(facility.zone())
                        .toLocalDate()
                        .plusDays(1);
        long days = ChronoUnit.DAYS.between(from, behind);
        if (days > AppointmentCalendar.MOST_DAYS) {
            throw Outcomes.refused(
                    IssueType.TOOCOSTLY,
                    "Tối đa " + AppointmentCalendar.MOST_DAYS + " ngày.",
                    "At most " + AppointmentCalendar.MOST_DAYS + " days.");
        }
        List<Slot> found = facilities.clinics(facility.id()).stream()
                .map(Clinic::id)
                .filter(it -> days > 0 && ("c" + it.value()).equals(schedule.getIdPart()))
                .flatMap(it -> slots(facility, it, from, (int) days))
                .filter(it -> filter.includes(it.getStart().toInstant()))
                .filter(it -> Tokens.code(statuses, it.getStatus().toCode()))
                .toList();
        return Pages.of(request, found, count, after);
    }

    private Stream<Slot> slots(Facility facility, ClinicId clinic, LocalDate from, int days) {
        ClinicPlan plan = calendar.plan(facility.id(), clinic);
        return calendar.slots(facility.id(), clinic, from, days).stream()
                .map(it ->
                        Slots.slot(facility, clinic, it, plan.minutes(it.slot()).orElseThrow(), clock.now()));
    }

    private Facility hospital(ServletRequestDetails request) {
        return facilities.get(Caller.of(request.getServletRequest()).facility());
    }
}
