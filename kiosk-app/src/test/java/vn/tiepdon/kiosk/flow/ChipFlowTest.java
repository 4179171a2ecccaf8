package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Handover;
import vn.tiepdon.api.kiosk.KioskConfiguration;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.DeviceEvent;

class ChipFlowTest {

    private final Walk kiosk = new Walk();

    @Test
    void codeConsentAndCardLeadToAProvenVisit() {
        kiosk.citizenCode();
        assertThat(kiosk.state()).isInstanceOf(AskConsent.class);
        kiosk.touch(new Touch.Agree());
        assertThat(kiosk.state()).isInstanceOf(PlaceCitizenCard.class);
        assertThat(kiosk.effects(Effect.NoteConsent.class)).hasSize(1);
        assertThat(kiosk.effects(Effect.ReadChip.class)).isEmpty();
        kiosk.citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
        assertThat(kiosk.effects(Effect.ReadChip.class)).hasSize(1);
        kiosk.chipRead().answer(Samples.proven());
        assertThat(((Confirm) kiosk.state()).visit().proven()).isTrue();
        assertThat(kiosk.effects(Effect.Identify.class).get(0).presentation())
                .isInstanceOf(Presentation.CitizenChip.class);
    }

    @Test
    void whoeverSaysNoGoesOnWithTheCodeAsAClaim() {
        kiosk.citizenCode().touch(new Touch.WithoutChip());
        assertThat(kiosk.effects(Effect.Identify.class).get(0).presentation()).isEqualTo(Samples.citizen());
        kiosk.citizenCard();
        assertThat(kiosk.effects(Effect.ReadChip.class)).isEmpty();
    }

    @Test
    void withoutAReaderACodeGoesOnAsAClaimAndNothingIsAsked() {
        kiosk.device(new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, FaultCode.READER_MISSING));
        kiosk.citizenCode();
        assertThat(kiosk.state()).isInstanceOf(Identifying.class);
    }

    @Test
    void aHouseThatReadsNoChipsAsksForNoConsent() {
        Surroundings silent = Surroundings.unknown().in(withoutChips());
        Walk elsewhere = new Walk(new Kiosk(silent, new Welcome())).citizenCode();
        assertThat(elsewhere.state()).isInstanceOf(Identifying.class);
        elsewhere.citizenCard();
        assertThat(elsewhere.state()).isEqualTo(new Trouble(FaultCode.CARD_UNKNOWN, new WayOn.StartAgain()));
    }

    private static KioskConfiguration withoutChips() {
        KioskConfiguration house = Samples.house();
        return new KioskConfiguration(
                house.deviceId(),
                house.deviceName(),
                house.facility(),
                house.hospital(),
                house.zone(),
                house.desk(),
                house.now(),
                house.cardKeys(),
                false);
    }

    @Test
    void aChipThatNobodyVouchesForIsAClaim() {
        kiosk.toChip().chipRead().answer(Samples.notProven());
        assertThat(((Confirm) kiosk.state()).visit().proven()).isFalse();
    }

    @Test
    void aCardThatLiesThereBeforeTheConsentIsReadOnlyAfterIt() {
        kiosk.citizenCode().citizenCard();
        assertThat(kiosk.state()).isInstanceOf(AskConsent.class);
        assertThat(kiosk.effects(Effect.ReadChip.class)).isEmpty();
        kiosk.touch(new Touch.Agree());
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void anIdCardWithoutACodeAsksForTheCodeThenForConsent() {
        kiosk.citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ScanCitizenCode.class);
        kiosk.device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isInstanceOf(ScanCitizenCode.class);
        kiosk.toChip();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void sixTypedDigitsDoWhereNothingCanBeScanned() {
        kiosk.citizenCard().touch(new Touch.TypeCardDigits()).digits(1, 2, 3, 4, 5);
        assertThat(kiosk.state().fault()).isEqualTo(FaultCode.NUMBER_INVALID);
        kiosk.digits(6);
        assertThat(kiosk.state()).isInstanceOf(AskConsent.class);
        kiosk.touch(new Touch.Agree());
        assertThat(kiosk.effects(Effect.ReadChip.class).get(0).request().access())
                .isEqualTo(new ChipAccess.Typed("123456", null));
    }

    @Test
    void whoeverSaysNoWithoutACodeStartsAgain() {
        kiosk.citizenCard().touch(new Touch.TypeCardDigits()).digits(1, 2, 3, 4, 5, 6);
        kiosk.touch(new Touch.WithoutChip());
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        assertThat(kiosk.effects(Effect.Identify.class)).isEmpty();
    }

    @Test
    void theSecondHalfOfADoubleTapOnTheDigitsAgreesToNothing() {
        kiosk.citizenCard().touch(new Touch.TypeCardDigits()).digits(1, 2, 3, 4, 5, 6);
        for (long millis : new long[] {-5_000, -1, 0, 250, 499}) {
            kiosk.touch(new Touch.Agree(), Duration.ofMillis(millis));
            kiosk.touch(new Touch.WithoutChip(), Duration.ofMillis(millis));
        }
        assertThat(kiosk.state()).isInstanceOf(AskConsent.class);
        assertThat(kiosk.effects(Effect.NoteConsent.class)).isEmpty();
        kiosk.touch(new Touch.Agree(), Duration.ofMillis(500));
        assertThat(kiosk.effects(Effect.NoteConsent.class)).hasSize(1);
    }

    @Test
    void aFingerOnItsWayToFindTheTypedNumberAgreesToNothing() {
        kiosk.touch(new Touch.TypeNumber()).touch(new Touch.Digit(7)).citizenCode();
        kiosk.touch(new Touch.Agree(), Duration.ofMillis(80));
        assertThat(kiosk.state()).isInstanceOf(AskConsent.class);
        assertThat(kiosk.effects(Effect.NoteConsent.class)).isEmpty();
    }

    @Test
    void aCardLiftedTooEarlyIsPutBackAndReadWithoutScanningAgain() {
        kiosk.toChip().device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isInstanceOf(PlaceCitizenCard.class);
        assertThat(kiosk.state().fault()).isEqualTo(FaultCode.CARD_REMOVED);
        kiosk.device(new DeviceEvent.ChipFailed(2, FaultCode.CARD_REMOVED)).citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
        assertThat(kiosk.effects(Effect.ReadChip.class)).hasSize(2);
        assertThat(kiosk.effects(Effect.NoteConsent.class)).hasSize(1);
    }

    @Test
    void theBarNeverGoesBack() {
        kiosk.toChip();
        long question = kiosk.kiosk().around().question();
        kiosk.device(new DeviceEvent.ChipProgress(question, 500, 1000));
        kiosk.device(new DeviceEvent.ChipProgress(question, 600, 2000));
        assertThat(((ReadingChip) kiosk.state()).permille()).isEqualTo(500);
        kiosk.device(new DeviceEvent.ChipProgress(question, 3, 0));
        assertThat(((ReadingChip) kiosk.state()).permille()).isEqualTo(1000);
    }

    @Test
    void aWrongKeyAsksForTheDigitsOnceAndThenGoesOnWithTheCode() {
        kiosk.toChip().chipFailed(FaultCode.CHIP_KEY_WRONG).touch(new Touch.GoOn());
        assertThat(kiosk.state()).isInstanceOf(TypeCardDigits.class);
        kiosk.digits(1, 2, 3, 4, 5, 6);
        assertThat(kiosk.effects(Effect.ReadChip.class).get(1).request().access())
                .isEqualTo(new ChipAccess.Typed("123456", "001050000001"));
        kiosk.chipFailed(FaultCode.CHIP_KEY_WRONG);
        assertThat(kiosk.state())
                .isEqualTo(new Trouble(FaultCode.CHIP_KEY_WRONG, new WayOn.GoOnWithoutChip(Samples.citizen())));
        kiosk.touch(new Touch.GoOn());
        assertThat(kiosk.effects(Effect.Identify.class).get(0).presentation()).isEqualTo(Samples.citizen());
    }

    @Test
    void insteadOfTypingTheCodeMayBeUsedAtOnce() {
        kiosk.toChip().chipFailed(FaultCode.CHIP_KEY_WRONG).touch(new Touch.WithoutChip());
        assertThat(kiosk.effects(Effect.Identify.class).get(0).presentation()).isEqualTo(Samples.citizen());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultCode.class,
            names = {"CHIP_ALTERED", "CHIP_COPY_SUSPECTED", "CHIP_OF_OTHER_PERSON", "CHIP_FOREIGN"})
    void aChipThatSomebodyMustLookAtGoesNoFurtherAndIsForgotten(FaultCode fault) {
        kiosk.toChip().chipFailed(fault);
        assertThat(kiosk.state()).isEqualTo(new Trouble(fault, new WayOn.StartAgain()));
        assertThat(kiosk.effects(Effect.Forget.class)).isNotEmpty();
    }

    @Test
    void aChipThatWasNotReadIsReadAgainByATouchOrByPuttingItDownAnew() {
        kiosk.toChip().chipFailed(FaultCode.CHIP_UNREADABLE).touch(new Touch.GoOn());
        assertThat(kiosk.effects(Effect.ReadChip.class)).hasSize(2);
        kiosk.chipFailed(FaultCode.CHIP_UNREADABLE)
                .device(new DeviceEvent.CardRemoved())
                .citizenCard();
        assertThat(kiosk.effects(Effect.ReadChip.class)).hasSize(3);
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void aReadingThatNeverEndsEnds() {
        kiosk.toChip().time(Alarm.VERY_SLOW);
        assertThat(((ReadingChip) kiosk.state()).pace()).isEqualTo(Pace.VERY_SLOW);
        kiosk.time(Alarm.CHIP_LOST);
        assertThat(kiosk.state().fault()).isEqualTo(FaultCode.CHIP_UNREADABLE);
    }

    @Test
    void whatALateReadingSaysBelongsToNobody() {
        kiosk.toChip();
        long late = kiosk.kiosk().around().question();
        kiosk.touch(new Touch.Back()).device(new DeviceEvent.ChipRead(late, Samples.chip()));
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        assertThat(kiosk.effects(Effect.Identify.class)).isEmpty();
    }

    @Test
    void theIdCardThatSomebodyLeftIsNotReadForTheNext() {
        kiosk.toChip().touch(new Touch.Back());
        kiosk.citizenCode().touch(new Touch.Agree());
        assertThat(kiosk.state()).isInstanceOf(PlaceCitizenCard.class);
        assertThat(kiosk.kiosk().around().onReader()).isEqualTo(OnReader.SPENT);
    }

    @Test
    void aPatientCardInPlaceOfTheIdCardIsTakenForWhatItIs() {
        kiosk.citizenCode().touch(new Touch.Agree()).card();
        assertThat(kiosk.effects(Effect.Identify.class).get(0).presentation())
                .isInstanceOf(Presentation.PatientCard.class);
    }

    @Test
    void aUselessCardInPlaceOfTheIdCardIsSaidSoAndNothingIsLost() {
        kiosk.citizenCode().touch(new Touch.Agree());
        kiosk.device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardFailed(FaultCode.CARD_UNKNOWN));
        assertThat(kiosk.state().fault()).isEqualTo(FaultCode.CARD_UNKNOWN);
        kiosk.device(new DeviceEvent.CardRemoved()).citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void aCardThatTurnsOutToHaveNoChipMayBeChangedForTheRightOne() {
        kiosk.toChip().chipFailed(FaultCode.CARD_UNKNOWN);
        kiosk.device(new DeviceEvent.CardRemoved()).citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void theReaderThatBreaksMeanwhileLeavesTheCode() {
        kiosk.citizenCode().touch(new Touch.Agree());
        kiosk.device(new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, FaultCode.READER_MISSING));
        assertThat(kiosk.state())
                .isEqualTo(new Trouble(FaultCode.READER_MISSING, new WayOn.GoOnWithoutChip(Samples.citizen())));
    }

    @Test
    void theCardMayBePutDownWhileTheHelpIsShown() {
        kiosk.citizenCode().touch(new Touch.Agree()).touch(new Touch.Help()).citizenCard();
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void whoAsksForSomebodyWhileTheChipIsReadIsHandedOverAndTheReadingGoesOn() {
        kiosk.toChip().touch(new Touch.Help());
        assertThat(kiosk.effects(Effect.HandOver.class))
                .containsExactly(new Effect.HandOver(null, Handover.Step.NOT_IDENTIFIED, null, null, null));
        assertThat(kiosk.state()).isInstanceOf(ReadingChip.class);
    }

    @Test
    void thirtySecondsWithoutAnAnswerForgetTheCode() {
        kiosk.citizenCode().time(Alarm.IDLE);
        assertThat(kiosk.state()).isInstanceOf(Welcome.class);
        assertThat(kiosk.effects(Effect.Forget.class)).isNotEmpty();
    }
}
