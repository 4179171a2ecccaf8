package vn.tiepdon.server.exchange.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.exchange.RefusedException;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.Observed;
import vn.tiepdon.server.history.Outcome;
import vn.tiepdon.server.history.Prescribed;
import vn.tiepdon.server.history.Visit;
import vn.tiepdon.server.history.VisitDetails;
import vn.tiepdon.server.history.VisitKind;
import vn.tiepdon.server.patient.BirthDate;
import vn.tiepdon.server.patient.PatientId;

class VisitFieldsPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Property(tries = 300)
    void whatIsWrittenIsReadAsItWas(@ForAll("visits") Visit visit) throws RefusedException {
        Fields summary = new Fields(VisitFields.write(visit, "TIM", ZONE));
        VisitFields.Parts parts = new VisitFields.Parts(
                fields(VisitFields.drugs(visit)), fields(VisitFields.results(visit, ZONE)), Optional.empty());
        List<String> uninterpreted = new ArrayList<>();
        VisitPart read = TestVisitFields.make().read(summary, parts, ZONE, uninterpreted);
        assertThat(uninterpreted).isEmpty();
        assertThat(read.sourceId()).isEqualTo(visit.sourceId().orElseThrow());
        assertThat(read.day()).isEqualTo(visit.day());
        assertThat(read.department()).contains("TIM");
        assertThat(read.details()).isEqualTo(visit.details());
    }

    @Property(tries = 300)
    void aBirthDateComesBackAsFarAsItWasKnown(@ForAll("births") BirthDate date) {
        assertThat(InsuranceDates.birth(InsuranceDates.birth(date))).contains(date);
    }

    @Property(tries = 500)
    void noTextBreaksTheReadingOfDates(@ForAll String text) {
        InsuranceDates.birth(text);
        InsuranceDates.day(text);
        InsuranceDates.minute(text, ZONE);
    }

    private static List<Fields> fields(List<Map<String, String>> rows) {
        return rows.stream().map(Fields::new).toList();
    }

    @Provide
    Arbitrary<BirthDate> births() {
        return days().flatMap(day -> Arbitraries.of(4, 7, 10)
                .map(known ->
                        BirthDate.parse(day.toString().substring(0, known)).orElseThrow()));
    }

    @Provide
    Arbitrary<Visit> visits() {
        return Combinators.combine(days(), minutes(), details()).as((day, minute, details) -> {
            Instant arrived = day.atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
            boolean known = minute > 0;
            VisitDetails timed = new VisitDetails(
                    details.kind(),
                    details.diagnosis(),
                    details.others(),
                    Optional.of(arrived).filter(it -> known),
                    Optional.of(arrived.plusSeconds(3_600)).filter(it -> minute % 3 == 0),
                    details.doctor(),
                    details.reason(),
                    details.outcome(),
                    details.advice(),
                    details.next(),
                    details.prescriptions(),
                    observed(arrived, minute));
            // The business day begins at three: who comes at one belongs to the day before.
            LocalDate business = known && minute < 180 ? day.minusDays(1) : day;
            return new Visit(1, new PatientId(1), new ClinicId(1), business, Optional.of("LK" + minute), timed, 1);
        });
    }

    /** A weight at the beginning comes first, as XML1 has it. */
    private static List<Observed> observed(Instant arrived, int minute) {
        return IntStream.range(0, minute % 5)
                .mapToObj(i -> new Observed(
                        i == 0 ? ObservationKind.WEIGHT : ObservationKind.values()[minute % 18],
                        i == 0 ? new BigDecimal("56.5") : value(ObservationKind.values()[minute % 18], i),
                        arrived.plusSeconds(60L * i),
                        Optional.empty()))
                .toList();
    }

    private static BigDecimal value(ObservationKind kind, int i) {
        return kind.least().add(new BigDecimal("0.125").multiply(BigDecimal.valueOf(i)));
    }

    private Arbitrary<VisitDetails> details() {
        Arbitrary<Optional<String>> text = texts().optional();
        return Combinators.combine(
                        Arbitraries.of(VisitKind.class),
                        diagnoses(),
                        text,
                        text,
                        Arbitraries.of(Outcome.class).optional(),
                        text,
                        days().optional(),
                        prescriptions().list().ofMaxSize(4))
                .as((kind, illnesses, doctor, reason, outcome, advice, next, drugs) -> new VisitDetails(
                        kind,
                        illnesses.get(0),
                        illnesses.subList(1, illnesses.size()),
                        Optional.empty(),
                        Optional.empty(),
                        doctor,
                        reason,
                        outcome,
                        advice,
                        next,
                        drugs,
                        List.of()));
    }

    private static Arbitrary<List<Diagnosis>> diagnoses() {
        return Combinators.combine(Arbitraries.of("I10", "E11.9", "J44", "M10.07"), texts())
                .as((code, name) ->
                        new Diagnosis(new Icd10(code), new Text(name.replace(';', ','), name.replace(';', ','))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<Prescribed> prescriptions() {
        return Combinators.combine(
                        texts().optional(),
                        texts(),
                        Arbitraries.of("1.01", "2.10").optional(),
                        texts(),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                                .ofScale(3)
                                .optional(),
                        Arbitraries.of("Viên", "Lọ").optional(),
                        days(),
                        Arbitraries.integers().between(1, 90).optional())
                .as(Prescribed::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aăâbcdđeêgh iôơưựyềƠ0123456789/*;&<>=\"'%+-")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.replace(';', ' ').isBlank());
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 40_000).map(LocalDate.of(1920, 1, 1)::plusDays);
    }

    private static Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 1_439);
    }
}
