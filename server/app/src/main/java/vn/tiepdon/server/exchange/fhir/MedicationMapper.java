package vn.tiepdon.server.exchange.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.history.Drug;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.Visit;

/** What visits prescribed ({@code 34-0}), and what the patient says to take ({@code 12-} and a digest of the drug). */
final class MedicationMapper {

    private MedicationMapper() {}

    static Stream<Dated<MedicationRequest>> requests(Chart chart) {
        return chart.visits().stream().flatMap(visit -> {
            List<Prescribed> drugs = visit.details().prescriptions();
            return IntStream.range(0, drugs.size())
                    .mapToObj(item -> new Dated<>(
                            request(chart, visit, item, drugs.get(item)),
                            Times.beginning(drugs.get(item).from(), chart.facility())));
        });
    }

    static Stream<Dated<MedicationStatement>> statements(Chart chart) {
        return chart.medication().value().stream()
                .map(it -> new Dated<>(statement(chart, it), Times.beginning(it.from(), chart.facility())));
    }

    private static MedicationRequest request(Chart chart, Visit visit, int item, Prescribed drug) {
        Facility facility = chart.facility();
        MedicationRequest request = new MedicationRequest();
        request.setId(visit.id() + "-" + item);
        Codes.restrict(request, visit.details().sensitive());
        request.setStatus(status(drug, chart.today()));
        request.setIntent(MedicationRequestIntent.ORDER);
        request.setMedication(drug.code()
                .map(it -> Codes.of(Systems.DRUG, it, null))
                .orElseGet(() -> Codes.text(null))
                .setText(drug.drug()));
        request.setSubject(PatientMapper.reference(visit.patient()));
        request.setEncounter(EncounterMapper.reference(visit));
        request.setAuthoredOnElement(Times.day(visit.day()));
        visit.details().doctor().ifPresent(it -> request.setRequester(EncounterMapper.doctor(facility, it)));
        Dosage dosage = request.addDosageInstruction().setText(drug.dosage());
        drug.route().ifPresent(it -> dosage.setRoute(Codes.text(it)));
        request.setDispenseRequest(dispense(drug));
        return request;
    }

    private static MedicationRequestDispenseRequestComponent dispense(Prescribed drug) {
        MedicationRequestDispenseRequestComponent dispense = new MedicationRequestDispenseRequestComponent();
        dispense.setValidityPeriod(new Period().setStartElement(Times.day(drug.from())));
        drug.quantity().ifPresent(it -> {
            Quantity quantity = new Quantity().setValue(it);
            drug.unit().ifPresent(quantity::setUnit);
            dispense.setQuantity(quantity);
        });
        drug.days().ifPresent(it -> dispense.setExpectedSupplyDuration(days(it)));
        return dispense;
    }

    static Duration days(int days) {
        Duration duration = new Duration();
        duration.setValue(days).setUnit("d").setSystem(Systems.UCUM).setCode("d");
        return duration;
    }

    private static MedicationRequestStatus status(Prescribed drug, LocalDate today) {
        Optional<LocalDate> end = drug.days().map(it -> drug.from().plusDays(it));
        return end.map(it -> it.isAfter(today) ? MedicationRequestStatus.ACTIVE : MedicationRequestStatus.COMPLETED)
                .orElse(MedicationRequestStatus.UNKNOWN);
    }

    private static MedicationStatement statement(Chart chart, Drug drug) {
        LocalDate end = drug.from().plusDays(drug.days());
        boolean taken = end.isAfter(chart.today());
        MedicationStatement statement = new MedicationStatement();
        String id = chart.id() + "-" + Versions.digest(drug.name() + "\n" + drug.dosage() + "\n" + drug.from());
        statement.setId(id);
        statement.addIdentifier().setSystem(Systems.drugInUse(chart.facility())).setValue(id);
        statement.setStatus(taken ? MedicationStatementStatus.ACTIVE : MedicationStatementStatus.COMPLETED);
        statement.setMedication(Codes.text(drug.name()));
        statement.setSubject(PatientMapper.reference(chart.patient().patient().id()));
        statement.setEffective(
                new Period().setStartElement(Times.day(drug.from())).setEndElement(Times.day(end.minusDays(1))));
        statement.setDateAssertedElement(Times.day(chart.medication().asOf()));
        statement.addDosage().setText(drug.dosage());
        return statement;
    }
}
