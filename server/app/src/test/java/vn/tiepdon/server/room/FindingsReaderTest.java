package vn.tiepdon.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.server.history.Prescribed;

class FindingsReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final List<Problem> problems = new ArrayList<>();

    private List<Prescribed> read(String typed) {
        return new DrugLines(DAY, List.of(), problems).read(typed);
    }

    @Test
    void aPrescriptionIsReadLineByLine() {
        List<Prescribed> drugs = read("Amlodipin 5 mg; sáng 1 viên; 30 ngày; 30 viên\n\nParacetamol; khi sốt");
        assertThat(problems).isEmpty();
        assertThat(drugs).extracting(Prescribed::drug).containsExactly("Amlodipin 5 mg", "Paracetamol");
        assertThat(drugs.get(0).days()).contains(30);
        assertThat(drugs.get(0).unit()).contains("viên");
        assertThat(drugs.get(1).days()).isEmpty();
    }

    @Test
    void aLineThatIsNotUnderstoodIsNamedAndNothingIsHalfRead() {
        for (String wrong : List.of("Amlodipin", "; sáng 1 viên", "A; b; 91", "A; b; 0", "A; b; x", "A; b; 1; 2; 3")) {
            problems.clear();
            assertThat(read("Đúng; sáng 1 viên\n" + wrong)).as(wrong).isEmpty();
            assertThat(problems).as(wrong).extracting(Problem::arguments).containsExactly(List.of(2));
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        List<Prescribed> drugs = read("Amlodipin 5 mg; sáng 1 viên; 30; 30 viên\nA; b; ; 2.5 ml\nC; d");
        assertThat(read(DrugLines.written(drugs))).isEqualTo(drugs);
        assertThat(problems).isEmpty();
    }
}
