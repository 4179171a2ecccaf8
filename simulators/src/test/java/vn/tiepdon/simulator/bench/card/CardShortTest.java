package vn.tiepdon.simulator.bench.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tiepdon.card.citizen.ChipFile;
import vn.tiepdon.simulator.harness.BenchReport;
import vn.tiepdon.simulator.harness.Home;

/** The benchmark itself, two rounds long; what it finds out about time is not judged here. */
class CardShortTest {

    private static final List<ChipFile> TEXT =
            List.of(ChipFile.DG1, ChipFile.DG13, ChipFile.SOD, ChipFile.DG14, ChipFile.DG15);

    private static List<Contest> contests;

    @BeforeAll
    static void readEveryCard() throws Exception {
        contests = new CardRun().measure(0, 2);
    }

    @Test
    void noFileIsReadTwiceOrSelectedWhereItsShortIdentifierWillDo() {
        for (Contest contest : contests) {
            Sample sample = contest.products().last();
            for (ChipFile file : sample.files().keySet()) {
                assertThat(sample.exchanges())
                        .as("%s", file)
                        .filteredOn(exchange -> exchange.opens(file.shortId()))
                        .hasSize(1);
            }
            assertThat(sample.kinds().get("SELECT file"))
                    .as("those of EF.CardAccess")
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void readingTheTextNeverTouchesThePhoto() {
        assertThat(contests.stream().map(contest -> contest.products().last()))
                .filteredOn(sample -> !sample.files().containsKey(ChipFile.DG2))
                .hasSize(Way.values().length)
                .allSatisfy(sample -> {
                    assertThat(sample.files()).containsOnlyKeys(TEXT);
                    assertThat(sample.exchanges())
                            .noneMatch(exchange -> exchange.opens(ChipFile.DG2.shortId()))
                            .noneMatch(exchange -> exchange.opens(0x03));
                });
    }

    @Test
    void nobodyIsBelowTheLowerBound() {
        for (Contest contest : contests) {
            Sample sample = contest.products().last();
            LowerBound bound = LowerBound.of(contest.way(), sample.files().values(), sample.steps());
            assertThat(sample.apdus()).isGreaterThanOrEqualTo(bound.apdus());
            assertThat(contest.jmrtds().last().apdus()).isGreaterThan(sample.apdus());
            assertThat(contest.jmrtds().last().steps())
                    .as("what both make the card compute")
                    .isEqualTo(sample.steps());
        }
    }

    @Test
    void theReportHasEveryMetric(@TempDir Path folder) throws Exception {
        BenchReport report = new BenchReport("card", 2, "none");
        contests.forEach(contest -> contest.report(report));
        JsonNode json = JsonMapper.shared().readTree(Files.readString(report.write(new Home(folder))));
        List<String> names = new ArrayList<>();
        json.get("results").forEach(result -> names.add(result.get("metric").asString()));
        assertThat(names).doesNotHaveDuplicates().containsAll(expectedNames());
    }

    private static List<String> expectedNames() {
        Stream<String> figures = Stream.of("card", "jmrtd")
                .flatMap(side -> Stream.of("pace", "bac").map(way -> side + "." + way))
                .flatMap(name -> Stream.of(".text", ".photo").map(name::concat))
                .flatMap(name -> Stream.of(".apdus", ".bytes", ".host_ms", ".link106_ms", ".link848_ms")
                        .map(name::concat));
        Stream<String> comparisons = Stream.of(
                "bound.text.apdus",
                "bound.bac.text.apdus",
                "card.pace.text.apdus_over_bound",
                "card.bac.text.apdus_over_bound",
                "card.pace.text.link106_over_jmrtd",
                "card.bac.text.link106_over_jmrtd");
        return Stream.concat(figures, comparisons).toList();
    }
}
