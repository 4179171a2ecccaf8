package vn.tiepdon.server.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.ClinicKind;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.FacilityId;

/** Makes the figures of a period. */
@Service
public class FigureBook {

    private static final ClinicId NOWHERE = new ClinicId(-1);

    private final FigureTables tables;
    private final Facilities facilities;

    FigureBook(FigureTables tables, Facilities facilities) {
        this.tables = tables;
        this.facilities = facilities;
    }

    public Figures of(FacilityId id, Period period) {
        Facility facility = facilities.get(id);
        List<Clinic> all = facilities.clinics(id);
        List<ClinicId> clinics =
                all.isEmpty() ? List.of(NOWHERE) : all.stream().map(Clinic::id).toList();
        FigureTables.Given given = tables.given(facility, clinics, period);
        Map<ClinicId, Spread> waits = tables.waits(facility, clinics, period);
        List<ClinicFigures> figures = all.stream()
                .map(it -> new ClinicFigures(
                        it.name(),
                        given.counts().getOrDefault(it.id(), Counts.NONE),
                        waits.getOrDefault(it.id(), new Spread())))
                .filter(it -> !it.empty())
                .toList();
        return new Figures(
                period,
                figures,
                whole(figures),
                Arrays.stream(given.hours()).boxed().toList(),
                tables.door(facility, clinics, period),
                tables.toRoom(facility, clinics, period),
                tables.stays(facility, clinics, techniques(all), period));
    }

    private static ClinicFigures whole(List<ClinicFigures> clinics) {
        Spread waits = new Spread();
        clinics.forEach(it -> waits.add(it.waits()));
        Counts counts = clinics.stream().map(ClinicFigures::counts).reduce(Counts.NONE, Counts::plus);
        return new ClinicFigures(new Text("Tất cả", "All"), counts, waits);
    }

    private static List<ClinicId> techniques(List<Clinic> clinics) {
        List<ClinicId> services = clinics.stream()
                .filter(it -> it.kind() == ClinicKind.LABORATORY || it.kind() == ClinicKind.IMAGING)
                .map(Clinic::id)
                .toList();
        return services.isEmpty() ? List.of(NOWHERE) : services;
    }
}
