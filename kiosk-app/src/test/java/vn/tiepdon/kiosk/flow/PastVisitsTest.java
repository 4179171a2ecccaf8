package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.Text;
import vn.tiepdon.api.kiosk.HistorySummary;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.CardVisit;

class PastVisitsTest {

    private static final String OURS = Samples.house().facility();
    private final HistorySummary history = Samples.history();

    private static CardVisit visit(String day, String facility, String clinic, String diagnosis) {
        return new CardVisit(LocalDate.parse(day), facility, clinic, List.of(diagnosis));
    }

    private List<PastVisit> merged(CardVisit... card) {
        return PastVisits.merge(history, List.of(card), OURS);
    }

    @Test
    void whatTheServerTellsIsNotToldTwice() {
        assertThat(merged(
                        visit("2025-12-04", OURS, "Nội tim mạch", "I10"),
                        visit("2025-12-04", OURS, "Phòng khám có tên cũ", "I10"),
                        visit("2025-11-06", OURS, "Nội tiết - Đái tháo đường", "E11")))
                .hasSameSizeAs(history.visits())
                .noneMatch(PastVisit::fromCard);
    }

    @Test
    void whatOnlyTheCardKnowsStandsAtItsDayAndIsMarked() {
        List<PastVisit> all = merged(
                visit("2025-11-20", "24012", "Nội tim mạch", "I10"), visit("2025-12-20", OURS, "Hô hấp", "J44.9"));
        assertThat(all)
                .extracting(PastVisit::day)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .hasSize(history.visits().size() + 2);
        assertThat(all.get(0))
                .isEqualTo(
                        new PastVisit(LocalDate.of(2025, 12, 20), new Text("Hô hấp", "Hô hấp"), null, "J44.9", true));
        assertThat(all.get(2).facility()).isEqualTo("24012");
        assertThat(all.get(2).diagnosis())
                .as("the name that the server has for this code")
                .isEqualTo(Samples.DIAGNOSIS);
    }

    @Test
    void theSameDayAtAnotherHospitalIsAnotherVisit() {
        assertThat(merged(visit("2025-12-04", "24012", "Nội tim mạch", "I10")))
                .filteredOn(PastVisit::fromCard)
                .hasSize(1);
    }

    @Test
    void whatAFullSummaryMayHaveLeftOutIsNotCalledUnknown() {
        HistorySummary full = new HistorySummary(
                IntStream.range(0, 10)
                        .mapToObj(i -> new HistorySummary.Visit(
                                LocalDate.of(2025, 12, 20 - i), new Text("Nội", "Nội"), "I10", null))
                        .toList(),
                List.of());
        List<CardVisit> card =
                List.of(visit("2025-12-10", OURS, "Mắt", "H25.9"), visit("2025-12-11", OURS, "Mắt", "H25.9"));
        assertThat(PastVisits.merge(full, card, OURS))
                .filteredOn(PastVisit::fromCard)
                .extracting(PastVisit::day)
                .containsExactly(LocalDate.of(2025, 12, 11));
    }

    @Test
    void aClaimShowsNoVisitAtAll() {
        assertThat(new Visit(Samples.citizen(), Samples.claimed(), List.of(Samples.cardVisit("2025-12-20")), Set.of())
                        .past(OURS))
                .isEmpty();
    }
}
