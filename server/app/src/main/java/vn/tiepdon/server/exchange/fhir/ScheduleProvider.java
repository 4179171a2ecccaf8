package vn.tiepdon.server.exchange.fhir;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Schedule;
import vn.tiepdon.server.appointment.AppointmentCalendar;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;

/** Which clinics see people by appointment. */
public final class ScheduleProvider implements IResourceProvider {

    private final AppointmentCalendar calendar;
    private final Facilities facilities;

    ScheduleProvider(AppointmentCalendar calendar, Facilities facilities) {
        this.calendar = calendar;
        this.facilities = facilities;
    }

    @Override
    public Class<Schedule> getResourceType() {
        return Schedule.class;
    }

    @Read
    public Schedule read(@IdParam IdType id, ServletRequestDetails request) {
        Schedule found = all(hospital(request))
                .filter(it -> it.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(Outcomes::notFound);
        return Versions.stamp(request.getFhirContext(), found);
    }

    @Search
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(
                            name = Schedule.SP_ACTOR,
                            chainWhitelist = {""},
                            targetTypes = Location.class)
                    ReferenceParam actor,
            @OptionalParam(name = Schedule.SP_DATE) DateRangeParam date,
            @Count Integer count,
            @Description(shortDefinition = Pages.AFTER_MEANS) @OptionalParam(name = Pages.AFTER) StringParam after,
            ServletRequestDetails request) {
        Facility facility = hospital(request);
        DateFilter filter = DateFilter.of(date, facility.zone());
        List<Schedule> found = all(facility)
                .filter(it -> Tokens.id(ids, it))
                .filter(it -> actor == null
                        || it.getActorFirstRep()
                                .getReferenceElement()
                                .getIdPart()
                                .equals(actor.getIdPart()))
                .filter(it -> holds(it.getPlanningHorizon(), filter, facility))
                .toList();
        return Pages.of(request, found, count, after);
    }

    private static boolean holds(Period horizon, DateFilter asked, Facility facility) {
        boolean begun = Times.read(horizon.getStartElement(), facility)
                .filter(it -> it.isBefore(asked.to()))
                .isPresent();
        return begun
                && (!horizon.hasEnd()
                        || Times.day(horizon.getEndElement().getValueAsString())
                                .filter(it -> Times.beginning(it.plusDays(1), facility)
                                        .isAfter(asked.from()))
                                .isPresent());
    }

    private Stream<Schedule> all(Facility facility) {
        return facilities.clinics(facility.id()).stream()
                .flatMap(it -> Slots.schedule(it, calendar.plan(facility.id(), it.id())).stream());
    }

    private Facility hospital(ServletRequestDetails request) {
        return facilities.get(Caller.of(request.getServletRequest()).facility());
    }
}
