package vn.tiepdon.server.coverage.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarePlaceFileTest {

    @Test
    void commasOrSemicolonsAMarkInFrontAndDaysAreRead() throws Exception {
        assertThat(read("code,name\n01028,Bệnh viện A\n")).singleElement().satisfies(row -> {
            assertThat(row.code().text()).isEqualTo("01028");
            assertThat(row.until()).isEmpty();
        });
        assertThat(read("\uFEFFCode;Name;From;Until\r\n01028; Bệnh  viện A ;2020-01-01;2025-06-30\r\n"
                        + "01028;\"Bệnh viện A; cơ sở 2\";2025-07-01;\r\n"))
                .extracting(CarePlaceRow::name)
                .containsExactly("Bệnh viện A", "Bệnh viện A; cơ sở 2");
        assertThat(read("code,name,until\n01028,A,2025-06-30\n").get(0).until())
                .isEqualTo(Optional.of(LocalDate.of(2025, 6, 30)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'mã,tên\n01028,A\n'|1",
                "'code,name\n0102,A\n'|2",
                "'code,name\n01028,\n'|2",
                "'code,name\n01028,A\n01028,B\n'|3",
                "'code,name,from\n01028,A,01/01/2025\n'|2",
                "'code,name,from,until\n01028,A,2025-02-01,2025-01-01\n'|2",
                "''|1"
            })
    void whatIsWrongIsSaidByItsLineAndNothingIsTaken(String file, long line) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(CarePlaceFile.UnreadableException.class, wrong -> assertThat(wrong.line())
                        .isEqualTo(line));
    }

    @Test
    void lettersThatAreNoUtf8AreRefused() {
        assertThatThrownBy(() -> CarePlaceFile.read("code,name\n01028,B\u00e0\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(CarePlaceFile.UnreadableException.class);
    }

    private static List<CarePlaceRow> read(String text) throws CarePlaceFile.UnreadableException {
        return CarePlaceFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
