package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover.Step;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.DeviceEvent;

/** Whoever has to go to the desk is announced there. */
class HandoverFlowTest {

    private static List<Effect.HandOver> told(Walk walk) {
        return walk.effects(Effect.HandOver.class);
    }

    @Test
    void aCheckInWithoutAnAnswerIsHandedOverAtOnceWithItsIdAndItsClinic() {
        Identification.Proven known = Samples.proven();
        UUID checkIn = UUID.randomUUID();
        Walk walk = new Walk()
                .card()
                .answer(known)
                .touch(new Touch.ItIsMe())
                .touch(new Touch.ChooseClinic("K01"))
                .unanswered(checkIn);
        assertThat(told(walk))
                .containsExactly(
                        new Effect.HandOver(FaultCode.SERVER_SLOW, Step.CLINIC_CHOSEN, known.id(), "K01", checkIn));
        walk.touch(new Touch.Help());
        assertThat(told(walk)).as("not twice for one reason").hasSize(1);
    }

    @Test
    void whomTheHouseDoesNotKnowIsHandedOverAtOnceAndOnce() {
        Walk walk = new Walk().code(Samples.citizen()).notIdentified(FaultCode.PATIENT_UNKNOWN);
        Effect.HandOver expected =
                new Effect.HandOver(FaultCode.PATIENT_UNKNOWN, Step.NOT_IDENTIFIED, null, null, null);
        assertThat(told(walk)).containsExactly(expected);
        walk.touch(new Touch.GoOn()).code(Samples.citizen()).notIdentified(FaultCode.PATIENT_UNKNOWN);
        assertThat(told(walk)).as("tried again").hasSize(1);
        walk.time(Alarm.IDLE).code(Samples.citizen()).notIdentified(FaultCode.PATIENT_UNKNOWN);
        assertThat(told(walk)).as("the next patient").hasSize(2);
    }

    @Test
    void aCardThatCannotBeReadIsHandedOverWhenItsPatientGivesUp() {
        Walk walk = new Walk()
                .device(new DeviceEvent.CardInserted(true))
                .device(new DeviceEvent.CardFailed(FaultCode.CARD_UNREADABLE));
        assertThat(told(walk)).as("may still be laid down again").isEmpty();
        walk.time(Alarm.IDLE);
        assertThat(told(walk))
                .containsExactly(new Effect.HandOver(FaultCode.CARD_UNREADABLE, Step.NOT_IDENTIFIED, null, null, null));
    }

    @Test
    void whatNeedsNoDeskIsNotHandedOver() {
        Walk lifted = new Walk()
                .device(new DeviceEvent.CardInserted(true))
                .device(new DeviceEvent.CardRemoved())
                .time(Alarm.IDLE);
        assertThat(told(lifted)).isEmpty();
        Walk left = new Walk().toClinics().time(Alarm.IDLE);
        assertThat(told(left)).isEmpty();
    }

    @Test
    void aFullClinicIsHandedOverOnlyWhenNoOtherIsWanted() {
        Identification.Proven known = Samples.proven();
        Walk full = new Walk()
                .card()
                .answer(known)
                .touch(new Touch.ItIsMe())
                .touch(new Touch.ChooseClinic("K01"))
                .notCheckedIn(FaultCode.CLINIC_FULL);
        assertThat(told(full)).isEmpty();
        full.time(Alarm.IDLE);
        assertThat(told(full))
                .containsExactly(new Effect.HandOver(FaultCode.CLINIC_FULL, Step.IDENTIFIED, known.id(), null, null));
    }

    @Test
    void whoAsksForSomebodyIsHandedOverWithWhatIsKnown() {
        assertThat(told(new Walk().touch(new Touch.Help())))
                .containsExactly(new Effect.HandOver(null, Step.BEGINNING, null, null, null));
        Identification.Proven known = Samples.proven();
        Walk walk = new Walk().card().answer(known).touch(new Touch.ItIsMe()).touch(new Touch.Help());
        assertThat(told(walk)).containsExactly(new Effect.HandOver(null, Step.IDENTIFIED, known.id(), null, null));
        walk.touch(new Touch.Back()).touch(new Touch.Help());
        assertThat(told(walk)).hasSize(1);
    }

    @Test
    void whoAsksForSomebodyWhileTheKioskWorksIsHandedOverOnceAndTheWorkGoesOn() {
        Walk asking = new Walk().code(Samples.citizen()).touch(new Touch.Help()).touch(new Touch.Help());
        Effect.HandOver unknown = new Effect.HandOver(null, Step.NOT_IDENTIFIED, null, null, null);
        assertThat(told(asking)).containsExactly(unknown);
        assertThat(asking.state()).isInstanceOf(Identifying.class);
        asking.answer(Samples.claimed()).touch(new Touch.Help());
        assertThat(told(asking)).as("the same wish").hasSize(1);

        Walk reading = new Walk().device(new DeviceEvent.CardInserted(true)).touch(new Touch.Help());
        assertThat(told(reading)).containsExactly(unknown);
        assertThat(reading.state()).isInstanceOf(Reading.class);

        Identification.Proven known = Samples.proven();
        Walk issuing = new Walk()
                .card()
                .answer(known)
                .touch(new Touch.ItIsMe())
                .touch(new Touch.ChooseClinic("K01"))
                .touch(new Touch.Help());
        assertThat(told(issuing))
                .containsExactly(new Effect.HandOver(null, Step.CLINIC_CHOSEN, known.id(), "K01", null));
        assertThat(issuing.checkedIn(Samples.issued()).state()).isInstanceOf(TicketShown.class);
    }

    @Test
    void whoAsksForSomebodyByTheSecondHalfOfADoubleTapHasNotAsked() {
        Walk walk = new Walk().code(Samples.citizen()).touch(new Touch.Help(), Duration.ofMillis(100));
        assertThat(told(walk)).isEmpty();
    }

    @Test
    void whoAsksForSomebodyAfterTheOneBeforeHasGoneIsHandedOverToo() {
        Walk walk = new Walk().touch(new Touch.Help()).touch(new Touch.Back()).touch(new Touch.Help());
        assertThat(told(walk)).hasSize(1);
        walk.touch(new Touch.Back());
        assertThat(walk.effects(Effect.SetAlarms.class)).last().satisfies(set -> assertThat(set.alarms())
                .contains(Alarm.IDLE));
        assertThat(told(walk.time(Alarm.IDLE).touch(new Touch.Help()))).hasSize(2);
    }

    @Test
    void whoSaysNotToBeThisPatientIsNotHandedOverAsThisPatient() {
        Walk walk = new Walk().card().answer(Samples.proven()).touch(new Touch.NotMe());
        assertThat(told(walk))
                .containsExactly(
                        new Effect.HandOver(FaultCode.IDENTITY_MISMATCH, Step.NOT_IDENTIFIED, null, null, null));
    }

    @Test
    void aNumberThatIsTypedWrongIsHandedOverWhenItsPatientGivesUp() {
        Walk walk = new Walk().touch(new Touch.TypeNumber()).digits(1, 2).notIdentified(FaultCode.NUMBER_INVALID);
        assertThat(walk.state()).isInstanceOf(TypeNumber.class);
        assertThat(told(walk)).isEmpty();
        assertThat(told(walk.time(Alarm.IDLE))).hasSize(1);
    }

    @Test
    void aDeadCardLaidDownBesideAnothersVisitIsNotHandedOverAsThatPatient() {
        Walk walk = new Walk()
                .code(Samples.citizen())
                .answer(Samples.claimed())
                .device(new DeviceEvent.CardInserted(true))
                .device(new DeviceEvent.CardDead(Samples.talkingCard()));
        assertThat(told(walk))
                .containsExactly(new Effect.HandOver(FaultCode.CARD_BLOCKED, Step.NOT_IDENTIFIED, null, null, null));
    }
}
