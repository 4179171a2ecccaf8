package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

/** The talk with the patient card, beside the way to a number. */
class CardFlowTest {

    private static final CardContact WRITING = Samples.contact(false, Samples.update(4));

    private final Walk kiosk = new Walk();

    private Walk talkingCard() {
        return kiosk.device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRead(Samples.talkingCard()));
    }

    private Walk writing() {
        return talkingCard().answer(Samples.provenBy(WRITING));
    }

    private Walk told(boolean written, CardVisit... visits) {
        return kiosk.happen(new Event.CardTold(kiosk.kiosk().around().talk().question(), List.of(visits), written));
    }

    private CardTalk talk() {
        return kiosk.kiosk().around().talk();
    }

    @Test
    void theCardIsToldWhileThePatientReadsAndTheKeysStayNowhere() {
        writing();
        assertThat(kiosk.state()).isInstanceOf(Confirm.class);
        assertThat(kiosk.effects(Effect.TellCard.class))
                .extracting(tell -> tell.order().contact())
                .containsExactly(WRITING);
        assertThat(talk().writing()).isTrue();
        assertThat(((Identification.Proven) ((Confirm) kiosk.state()).visit().identification()).card())
                .isNull();
        kiosk.touch(new Touch.ItIsMe()).touch(new Touch.ChooseClinic("K01"));
        assertThat(kiosk.state()).as("nobody waits for a card").isInstanceOf(Issuing.class);
        told(true);
        assertThat(talk().written()).isTrue();
    }

    @Test
    void aCardThatIsOnlyReadAsksForNoPatience() {
        talkingCard().answer(Samples.provenBy(Samples.contact(false)));
        assertThat(kiosk.effects(Effect.TellCard.class)).hasSize(1);
        assertThat(talk().writing()).isFalse();
        told(false, Samples.cardVisit("2025-12-20"));
        assertThat(talk()).isEqualTo(CardTalk.NONE);
    }

    @Test
    void whatTheCardTellsJoinsTheHistoryOnWhateverScreenThePatientIs() {
        writing().touch(new Touch.ItIsMe()).touch(new Touch.ShowHistory());
        told(true, Samples.cardVisit("2025-12-20"));
        Visit visit = ((History) kiosk.state()).visit();
        assertThat(visit.past(Samples.house().facility()).get(0).fromCard()).isTrue();
        kiosk.touch(new Touch.ShowClinics());
        assertThat(((ChooseClinic) kiosk.state()).visit().card()).hasSize(1);
    }

    @Test
    void aCardLiftedMidwayIsNoTrouble() {
        writing().touch(new Touch.ItIsMe()).device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isInstanceOf(ChooseClinic.class);
        assertThat(talk()).isEqualTo(CardTalk.NONE);
        kiosk.happen(new Event.CardTold(1, List.of(), true));
        assertThat(talk()).isEqualTo(CardTalk.NONE);
    }

    @Test
    void theGoodbyeWaitsForTheCardAndThenAsksForItToBeTaken() {
        toGoodbye();
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.WRITING_ENDS);
        kiosk.touch(new Touch.Elsewhere());
        assertThat(kiosk.state()).as("not yet").isInstanceOf(Goodbye.class);
        told(true);
        assertThat(kiosk.state()).isInstanceOf(Goodbye.class);
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.GOODBYE_ENDS);
        kiosk.time(Alarm.GOODBYE_ENDS);
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        assertThat(kiosk.effects(Effect.LeaveCard.class)).isEmpty();
    }

    @Test
    void nobodyWaitsLongerThanSomeSecondsForACard() {
        toGoodbye().time(Alarm.WRITING_ENDS);
        assertThat(kiosk.state()).isInstanceOf(Goodbye.class);
        assertThat(talk()).isEqualTo(CardTalk.NONE);
        assertThat(kiosk.effects(Effect.LeaveCard.class)).hasSize(1);
        kiosk.time(Alarm.GOODBYE_ENDS);
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
    }

    @Test
    void aCardTakenFromTheGoodbyeEndsTheWaiting() {
        toGoodbye().device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.GOODBYE_ENDS);
    }

    @Test
    void whoeverGoesBackIsAskedForTheCardWhenItHasBeenWritten() {
        writing().touch(new Touch.Back());
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.WRITING_ENDS);
        told(true);
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.IDLE);
    }

    @Test
    void theNextPatientsCodeLetsGoOfTheCard() {
        writing().code(Samples.citizen());
        assertThat(kiosk.effects(Effect.LeaveCard.class)).hasSize(1);
        assertThat(talk()).isEqualTo(CardTalk.NONE);
        told(true, Samples.cardVisit("2025-12-20")).answer(Samples.proven());
        assertThat(((Confirm) kiosk.state()).visit().card()).isEmpty();
    }

    @Test
    void aCardThatTheServerRefusesIsBlockedWithoutAWord() {
        CardOrder dead = new CardOrder(Samples.talkingCard().session(), Samples.contact(true), null);
        talkingCard().happen(new Event.NotIdentified(kiosk.kiosk().around().question(), FaultCode.CARD_BLOCKED, dead));
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.CARD_BLOCKED, new WayOn.StartAgain()));
        assertThat(kiosk.effects(Effect.TellCard.class)).hasSize(1);
        assertThat(talk().writing()).isFalse();
    }

    @Test
    void aThiefWhoGoesBackIsNoQuickerThanTheServer() {
        CardOrder dead = new CardOrder(Samples.talkingCard().session(), Samples.contact(true), null);
        talkingCard();
        long question = kiosk.kiosk().around().question();
        kiosk.touch(new Touch.Back()).happen(new Event.NotIdentified(question, FaultCode.CARD_BLOCKED, dead));
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        assertThat(kiosk.effects(Effect.TellCard.class)).hasSize(1);
    }

    @Test
    void aCardOnTheBlockListIsRefusedAtOnceAndTheServerAskedForWhatKillsIt() {
        kiosk.device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardDead(Samples.talkingCard()));
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.CARD_BLOCKED, new WayOn.StartAgain()));
        assertThat(kiosk.effects(Effect.Identify.class)).hasSize(1);
        kiosk.notIdentified(FaultCode.SERVER_UNREACHABLE);
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.CARD_BLOCKED, new WayOn.StartAgain()));
        kiosk.answer(Samples.proven());
        assertThat(kiosk.state()).as("nobody is let in by it").isInstanceOf(Trouble.class);
    }

    private Walk toGoodbye() {
        return writing()
                .touch(new Touch.ItIsMe())
                .touch(new Touch.ChooseClinic("K01"))
                .checkedIn(Samples.issued())
                .printed(new PrintOutcome.Printed())
                .touch(new Touch.Done());
    }
}
