package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.kiosk.Coverage;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.kiosk.Samples;

class NewCardFlowTest {

    private final Walk kiosk = new Walk();

    @Test
    void aNewCardIsAskedAboutOnceAndEitherAnswerLeadsToANumber() {
        Identification.Proven renewed = Samples.withNewCard();
        kiosk.card().answer(renewed).touch(new Touch.ItIsMe());
        assertThat(kiosk.state()).isInstanceOf(AskNewCard.class);
        kiosk.touch(new Touch.NewCard(true));
        assertThat(kiosk.state()).isInstanceOf(ChooseClinic.class);
        assertThat(kiosk.effects(Effect.SayNewCard.class))
                .containsExactly(new Effect.SayNewCard(renewed.coverage().id(), true));
    }

    @Test
    void whoWantsToAskTheDeskGoesOnToo() {
        kiosk.card().answer(Samples.withNewCard(Samples.ticket(6))).touch(new Touch.ItIsMe());
        kiosk.touch(new Touch.NewCard(false));
        assertThat(kiosk.state()).isInstanceOf(AlreadyWaiting.class);
        assertThat(kiosk.effects(Effect.SayNewCard.class)).hasSize(1);
    }

    @Test
    void nothingElseThatInsuranceSaysTakesATouch() {
        for (Coverage.Standing standing : Coverage.Standing.values()) {
            if (standing != Coverage.Standing.NEW_CARD) {
                Walk walk = new Walk();
                walk.code(Samples.citizen())
                        .answer(Samples.insured(Samples.coverage(standing, "x", "x")))
                        .touch(new Touch.ItIsMe());
                assertThat(walk.state()).as(standing.name()).isInstanceOf(ChooseClinic.class);
            }
        }
    }

    @Test
    void whatInsuranceSaysStaysWithAVisitWhoseClinicWasFull() {
        Identification.Proven renewed = Samples.withNewCard();
        assertThat(renewed.offering(List.of()).coverage()).isEqualTo(renewed.coverage());
    }
}
