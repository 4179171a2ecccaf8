package vn.tiepdon.server.coverage.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tiepdon.server.coverage.card.InsuranceNumber;

class CardAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final CardQuestion ASKED =
            new CardQuestion(new InsuranceNumber("0190000123"), "Nguyễn Thị Mẫu", "15/01/1990", TODAY);
    private static final String ACCEPTED = """
            {"maKetQua":"000","maThe":"DN4010190000123","hoTen":"NGUYỄN  THỊ MẪU","maDKBD":"01028",
             "gtTheTu":"01/01/2026","gtTheDen":"31/12/2026","ngayDu5Nam":"01/10/2027","dsLichSuKCB2018":null}""";

    @Test
    void anAcceptedCardTellsItsDates() throws GatewayException {
        Outcome.Holds holds = (Outcome.Holds) read(ACCEPTED);
        assertThat(holds.card().from()).isEqualTo("2026-01-01");
        assertThat(holds.card().until()).contains(LocalDate.of(2026, 12, 31));
        assertThat(holds.card().facility()).map(it -> it.text()).contains("01028");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01012026", "20260101", "1/1/2026"})
    void aDateIsReadInEachOfItsForms(String date) throws GatewayException {
        Outcome.Holds holds = (Outcome.Holds) read(ACCEPTED.replace("01/01/2026", date));
        assertThat(holds.card().from()).isEqualTo("2026-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"32/01/2026", "2026-01-01", "13132026", "01/01/26", "x"})
    void aDateInNoneOfThemMakesItNoAnswer(String date) {
        assertThatThrownBy(() -> read(ACCEPTED.replace("01/01/2026", date))).isInstanceOf(GatewayException.class);
    }

    @Test
    void aNameThatDiffersByOneMarkIsForTheDesk() throws GatewayException {
        Outcome outcome = read(ACCEPTED.replace("MẪU", "MẬU"));
        assertThat(outcome).isInstanceOf(Outcome.Desk.class);
        assertThat(outcome.result().code()).isEqualTo(Results.OTHER_PERSON);
    }

    @Test
    void anotherCardThanTheOneAskedForIsForTheDesk() throws GatewayException {
        assertThat(read(ACCEPTED.replace("DN4010190000123", "DN4010190000124"))).isInstanceOf(Outcome.Desk.class);
    }

    @Test
    void anAcceptedCardThatDoesNotHoldTodayIsNoInsurance() throws GatewayException {
        assertThat(read(ACCEPTED.replace("31/12/2026", "21/11/2026"))).isInstanceOf(Outcome.NotInsured.class);
        assertThat(read(ACCEPTED.replace("01/01/2026", "23/11/2026"))).isInstanceOf(Outcome.NotInsured.class);
    }

    @Test
    void aCardThatGoesOnWithOtherDatesNeedsNoWord() throws GatewayException {
        String extended = """
                {"maKetQua":"003","maThe":"DN4010190000123","maTheMoi":"DN4010190000123","gtTheTuMoi":"01/01/2026",
                 "gtTheDenMoi":"31/12/2026","maDKBDMoi":"01028"}""";
        assertThat(read(extended)).isInstanceOf(Outcome.Holds.class);
        assertThat(read(extended.replace("\"maTheMoi\":\"DN4", "\"maTheMoi\":\"HT3")))
                .isInstanceOf(Outcome.NewCard.class);
    }

    @ParameterizedTest
    @CsvSource({
        "001,DESK",
        "002,DESK",
        "010,NOT_INSURED",
        "050,DESK",
        "051,DESK",
        "052,DESK",
        "053,DESK",
        "054,OUR_CONFIGURATION",
        "055,OUR_CONFIGURATION",
        "060,DESK",
        "061,DESK",
        "070,DESK",
        "090,DESK",
        "100,GATEWAY_FAULT",
        "101,GATEWAY_FAULT",
        "110,DESK",
        "120,DESK",
        "121,DESK",
        "122,DESK",
        "123,DESK",
        "124,DESK",
        "130,DESK",
        "205,OUR_CONFIGURATION",
        "401,OUR_CONFIGURATION",
        "500,GATEWAY_FAULT",
        "999,DESK"
    })
    void everyCodeHasItsClass(String code, ResultClass kind) throws GatewayException {
        Outcome outcome = read("{\"maKetQua\":\"" + code + "\"}");
        assertThat(outcome.result().kind()).isEqualTo(kind);
        assertThat(outcome instanceof Outcome.Unanswered).isEqualTo(!kind.answered());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"000\"",
                "<html><body>Bảo trì</body></html>",
                "{",
                "{\"maKetQua\":0}",
                "{\"maKetQua\":null}",
                "{\"maKetQua\":{}}",
                "{\"maKetQua\":\"000\"}",
                "{\"maKetQua\":\"003\"}",
                "{\"maKetQua\":\"000\",\"maThe\":190000123,\"gtTheTu\":\"01/01/2026\"}"
            })
    void whatIsNoAnswerIsNotGuessedAt(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(GatewayException.class);
    }

    @Test
    void aNumberThatHasLostNoZeroIsACodeToo() throws GatewayException {
        assertThat(read("{\"maKetQua\":130}").result().code()).isEqualTo("130");
    }

    @Test
    void lettersThatAreNoUtf8MakeItNoAnswer() {
        byte[] body = ACCEPTED.getBytes(StandardCharsets.UTF_16LE);
        body[9] = (byte) 0xC3;
        assertThatThrownBy(() -> CardAnswers.read(body, ASKED)).isInstanceOf(GatewayException.class);
        byte[] latin = "{\"maKetQua\":\"000\",\"hoTen\":\"\u00c3\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CardAnswers.read(latin, ASKED)).isInstanceOf(GatewayException.class);
    }

    @Property(tries = 500)
    void whateverIsChangedItIsAnAnswerOrNone(
            @ForAll @IntRange(min = 0, max = 200) int at, @ForAll byte with, @ForAll @IntRange(max = 1) int cut) {
        byte[] body = ACCEPTED.getBytes(StandardCharsets.UTF_8);
        body[at % body.length] = with;
        byte[] sent = cut == 0 ? body : Arrays.copyOf(body, at % body.length);
        try {
            assertThat(CardAnswers.read(sent, ASKED)).isNotNull();
        } catch (GatewayException none) {
            assertThat(none.fault()).isEqualTo(GatewayFault.GARBLED);
        }
    }

    @Test
    void everyResultIsSaidInBothLanguagesAndNeverByItsCode() {
        for (Result result : Results.all()) {
            assertThat(result.patient().vi())
                    .isNotBlank()
                    .doesNotContainPattern("[0-9]{3}")
                    .hasSizeLessThan(120);
            assertThat(result.patient().en())
                    .isNotBlank()
                    .doesNotContainPattern("[0-9]{3}")
                    .hasSizeLessThan(130);
            assertThat(result.reception().vi()).isNotBlank();
            assertThat(result.reception().en()).isNotBlank();
            assertThat(result.technician().vi()).isNotBlank();
            assertThat(result.technician().en()).isNotBlank();
        }
        for (GatewayFault fault : GatewayFault.values()) {
            assertThat(Results.of(fault.name()).kind()).isEqualTo(ResultClass.GATEWAY_FAULT);
        }
    }

    private static Outcome read(String body) throws GatewayException {
        return CardAnswers.read(body.getBytes(StandardCharsets.UTF_8), ASKED);
    }
}
