package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.ClinicOption;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

class FlowTest {

    private final Walk kiosk = new Walk();

    @Test
    void aCardBecomesANumberWithTwoTouches() {
        kiosk.card().answer(Samples.proven());
        assertThat(kiosk.state()).isInstanceOf(Confirm.class);
        kiosk.touch(new Touch.ItIsMe());
        assertThat(kiosk.state()).isInstanceOf(ChooseClinic.class);
        kiosk.touch(new Touch.ChooseClinic("K01"));
        assertThat(kiosk.effects(Effect.TakeNumber.class)).hasSize(1);
        kiosk.checkedIn(Samples.issued());
        assertThat(kiosk.state()).isInstanceOf(TicketShown.class);
        assertThat(kiosk.effects(Effect.Print.class)).hasSize(1);
    }

    @Test
    void theCardWorksFromEveryScreenThatDoesNotHoldANumberBack() {
        Visit visit = new Visit(Samples.citizen(), Samples.claimed());
        Visit proven = new Visit(Samples.card(), Samples.proven(Samples.ticket(3)));
        Stream.of(
                        new Welcome(),
                        new TypeNumber("12", null),
                        new Confirm(visit),
                        new ChooseClinic(visit, 0, null),
                        new History(proven),
                        new AlreadyWaiting(proven, 0),
                        new Goodbye(),
                        new Trouble(FaultCode.CARD_UNREADABLE, new WayOn.StartAgain()),
                        new Help(new Welcome()))
                .forEach(state -> assertThat(
                                Flow.step(Walk.at(state), new Event.FromDevice(new DeviceEvent.CardInserted(true)))
                                        .kiosk()
                                        .state())
                        .as("from %s", state.getClass())
                        .isInstanceOf(Reading.class));
    }

    @Test
    void aCardTakenAwayTooEarlyHasItsOwnText() {
        kiosk.device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.CARD_REMOVED, new WayOn.StartAgain()));
    }

    @Test
    void aCardTakenAwayAfterItWasReadDoesNotEndTheVisit() {
        kiosk.card().device(new DeviceEvent.CardRemoved()).answer(Samples.proven());
        assertThat(kiosk.state()).isInstanceOf(Confirm.class);
    }

    @Test
    void aCardThatLayThereAtStartChecksNobodyIn() {
        Walk starting = new Walk(Kiosk.switchedOff());
        starting.device(new DeviceEvent.CardInserted(false)).happen(new Event.Configured(Samples.house()));
        assertThat(starting.state()).isInstanceOf(TakeCard.class);
        starting.device(new DeviceEvent.CardRemoved());
        assertThat(starting.state()).isInstanceOf(Welcome.class);
        assertThat(starting.effects(Effect.Identify.class)).isEmpty();
    }

    @Test
    void aCardLeftAtTheEndIsAskedForUntilItIsTaken() {
        kiosk.toTicket().printed(new PrintOutcome.Printed()).touch(new Touch.Done());
        assertThat(kiosk.state()).isInstanceOf(Goodbye.class);
        kiosk.time(Alarm.GOODBYE_ENDS);
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
        kiosk.device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isInstanceOf(Welcome.class);
    }

    @Test
    void anAnswerToAForgottenQuestionIsIgnored() {
        kiosk.card();
        long forgotten = ((Identifying) kiosk.state()).question();
        kiosk.touch(new Touch.Back()).happen(new Event.Identified(forgotten, Samples.proven()));
        assertThat(kiosk.state()).isInstanceOf(TakeCard.class);
    }

    @Test
    void aTouchMeantForAScreenThatIsGoneDoesNothing() {
        kiosk.card().answer(Samples.proven());
        long gone = kiosk.kiosk().around().screen();
        kiosk.code(Samples.citizen()).answer(Samples.claimed());
        kiosk.happen(new Event.Touched(gone, new Touch.ItIsMe(), Event.Touched.SOONEST_ANSWER));
        assertThat(kiosk.state()).isInstanceOf(Confirm.class);
    }

    @Test
    void aFingerThatTouchesTwiceAnswersOneQuestion() {
        kiosk.card().answer(Samples.proven(Samples.ticket(42)));
        kiosk.touch(new Touch.ItIsMe()).touch(new Touch.PrintAgain(), Duration.ofMillis(499));
        assertThat(kiosk.state()).isInstanceOf(AlreadyWaiting.class);
        kiosk.touch(new Touch.PrintAgain(), Duration.ofMillis(500));
        assertThat(kiosk.state()).isInstanceOf(TicketShown.class);
    }

    @Test
    void aFingerThatBrowsesMayBeQuick() {
        kiosk.toClinics().touch(new Touch.TurnPage(1)).touch(new Touch.TurnPage(1), Duration.ZERO);
        ChooseClinic choice = (ChooseClinic) kiosk.state();
        assertThat(choice.pages().pageOf(choice.marked())).isEqualTo(2);
        kiosk.touch(new Touch.ChooseClinic("K01"), Duration.ZERO);
        assertThat(kiosk.effects(Effect.TakeNumber.class)).isEmpty();
    }

    @Test
    void aFingerThatCameDownWhileTheTicketWasPrintedDoesNotEndItsScreen() {
        kiosk.toTicket();
        long printing = kiosk.kiosk().around().screen();
        kiosk.printed(new PrintOutcome.Printed());
        kiosk.happen(new Event.Touched(printing, new Touch.Done(), Duration.ofSeconds(1)));
        kiosk.touch(new Touch.Done(), Duration.ofMillis(-1));
        assertThat(kiosk.state()).isInstanceOf(TicketShown.class);
    }

    @Test
    void thirtySecondsWithoutATouchForgetThePatientAndTheLanguage() {
        kiosk.touch(new Touch.ChangeLanguage()).code(Samples.citizen()).answer(Samples.claimed());
        assertThat(kiosk.state().alarms(kiosk.kiosk().around())).containsExactly(Alarm.IDLE);
        assertThat(Alarm.IDLE.after()).hasSeconds(30);
        kiosk.time(Alarm.IDLE);
        assertThat(kiosk.state()).isInstanceOf(Welcome.class);
        assertThat(kiosk.kiosk().around().language()).isEqualTo(Language.VI);
        assertThat(kiosk.effects(Effect.Forget.class)).isNotEmpty();
    }

    @Test
    void aTouchBeginsTheThirtySecondsAnew() {
        kiosk.code(Samples.citizen()).answer(Samples.claimed());
        long clock = kiosk.kiosk().around().clock();
        kiosk.touch(new Touch.Elsewhere()).happen(new Event.TimeUp(clock, Alarm.IDLE));
        assertThat(kiosk.state()).isInstanceOf(Confirm.class);
    }

    @Test
    void anOpenTicketIsShownAndPrintedAgainWithTheSameNumber() {
        kiosk.card().answer(Samples.proven(Samples.ticket(42))).touch(new Touch.ItIsMe());
        assertThat(kiosk.state()).isInstanceOf(AlreadyWaiting.class);
        kiosk.touch(new Touch.PrintAgain());
        assertThat(kiosk.effects(Effect.Print.class))
                .extracting(print -> print.ticket().number())
                .containsExactly(42);
        assertThat(kiosk.effects(Effect.TakeNumber.class)).isEmpty();
    }

    @Test
    void withoutPaperTheNumberStandsAndPrintsAgainWithTheSameNumber() {
        kiosk.toTicket().printed(new PrintOutcome.NotPrinted(FaultCode.PRINTER_OUT_OF_PAPER));
        assertThat(((TicketShown) kiosk.state()).printing().fault()).isEqualTo(FaultCode.PRINTER_OUT_OF_PAPER);
        kiosk.touch(new Touch.Elsewhere());
        assertThat(kiosk.state()).isInstanceOf(TicketShown.class);
        kiosk.touch(new Touch.PrintAgain());
        assertThat(kiosk.effects(Effect.Print.class))
                .extracting(print -> print.ticket().number())
                .containsExactly(42, 42);
        assertThat(kiosk.effects(Effect.TakeNumber.class)).hasSize(1);
    }

    @Test
    void aPrinterThatNeverAnswersDoesNotHideTheNumber() {
        kiosk.toTicket().time(Alarm.PRINT_LOST);
        assertThat(((TicketShown) kiosk.state()).printing().fault()).isEqualTo(FaultCode.PRINTER_UNREACHABLE);
    }

    @Test
    void aFullClinicLeadsBackToTheChoiceWithItsTileGreyed() {
        kiosk.toClinics().touch(new Touch.ChooseClinic("K01"));
        kiosk.notCheckedIn(FaultCode.CLINIC_FULL).touch(new Touch.GoOn());
        ChooseClinic again = (ChooseClinic) kiosk.state();
        assertThat(again.clinics().get(0).state()).isEqualTo(ClinicOption.State.FULL);
    }

    @Test
    void aClinicThatTakesNobodySaysSoWhenTouchedAndTakesNoNumber() {
        kiosk.toClinics().touch(new Touch.ChooseClinic("K04"));
        assertThat(((ChooseClinic) kiosk.state()).refused().code()).isEqualTo("K04");
        assertThat(kiosk.effects(Effect.TakeNumber.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultCode.class,
            names = {"SERVER_UNREACHABLE", "SERVER_SLOW", "SERVER_BUSY", "SERVER_FAULT"})
    void whenTheServerFailsTheSameIsAskedAgain(FaultCode fault) {
        kiosk.card().notIdentified(fault).touch(new Touch.GoOn());
        assertThat(kiosk.effects(Effect.Identify.class)).hasSize(2);
        kiosk.answer(Samples.proven()).touch(new Touch.ItIsMe()).touch(new Touch.ChooseClinic("K01"));
        kiosk.notCheckedIn(fault).touch(new Touch.GoOn());
        assertThat(kiosk.effects(Effect.TakeNumber.class))
                .extracting(Effect.TakeNumber::request)
                .hasSize(2)
                .containsOnly(kiosk.effects(Effect.TakeNumber.class).get(0).request());
    }

    @Test
    void everyRefusalOfACardShowsItsOwnText() {
        for (FaultCode fault : List.of(
                FaultCode.CARD_UNKNOWN,
                FaultCode.CARD_OF_OTHER_HOSPITAL,
                FaultCode.CARD_SIGNATURE_INVALID,
                FaultCode.CARD_UNREADABLE)) {
            Walk walk = new Walk().device(new DeviceEvent.CardInserted(true));
            walk.device(new DeviceEvent.CardFailed(fault));
            assertThat(walk.state()).isEqualTo(new Trouble(fault, new WayOn.StartAgain()));
        }
    }

    @Test
    void aCardThatHasGoneSaysNothingMore() {
        kiosk.device(new DeviceEvent.CardInserted(true)).device(new DeviceEvent.CardRemoved());
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.CARD_REMOVED, new WayOn.StartAgain()));
        kiosk.touch(new Touch.GoOn()).device(new DeviceEvent.CardFailed(FaultCode.CARD_REMOVED));
        assertThat(kiosk.state()).isInstanceOf(Welcome.class);
    }

    @Test
    void garbageFromTheScannerNeverEndsSomebodysVisit() {
        kiosk.toClinics().device(new DeviceEvent.CodeFailed(FaultCode.CODE_TOO_LONG));
        assertThat(kiosk.state()).isInstanceOf(ChooseClinic.class);
    }

    @Test
    void theSameCodeReadTwiceAsksOnce() {
        kiosk.code(Samples.citizen()).code(Samples.citizen()).answer(Samples.claimed());
        kiosk.code(Samples.citizen());
        assertThat(kiosk.effects(Effect.Identify.class)).hasSize(1);
    }

    @Test
    void aSlipLeadsToItsClinicWhichIsMarkedAndTakenWithOneTouch() {
        Presentation slip = new Presentation.AppointmentCode(
                Samples.house().facility(), UUID.randomUUID().toString());
        kiosk.code(slip).answer(Samples.expected()).touch(new Touch.ItIsMe());
        ChooseClinic choice = (ChooseClinic) kiosk.state();
        assertThat(choice.marked()).isZero();
        assertThat(choice.expected().orElseThrow().code()).isEqualTo("K01");
        kiosk.touch(new Touch.ChooseClinic("K01"));
        assertThat(kiosk.effects(Effect.TakeNumber.class)).hasSize(1);
    }

    @Test
    void aClinicThatIsOnlySuggestedExpectsNobody() {
        ChooseClinic choice = (ChooseClinic) kiosk.toClinics().state();
        assertThat(choice.expected()).isEmpty();
    }

    @Test
    void aNumberThatIsWrongIsTypedAgain() {
        kiosk.touch(new Touch.TypeNumber());
        List.of(0, 0, 1).forEach(digit -> kiosk.touch(new Touch.Digit(digit)));
        kiosk.touch(new Touch.NumberDone()).notIdentified(FaultCode.NUMBER_INVALID);
        assertThat(kiosk.state()).isEqualTo(new TypeNumber("", FaultCode.NUMBER_INVALID));
    }

    @Test
    void noMoreDigitsAreTakenThanANumberHas() {
        kiosk.touch(new Touch.TypeNumber());
        for (int i = 0; i < 40; i++) {
            kiosk.touch(new Touch.Digit(1));
        }
        assertThat(((TypeNumber) kiosk.state()).digits()).hasSize(TypeNumber.MOST_DIGITS);
    }

    @Test
    void somebodyElsesNameLeadsToAPersonAndIsForgotten() {
        kiosk.code(Samples.citizen()).answer(Samples.claimed()).touch(new Touch.NotMe());
        assertThat(kiosk.state()).isEqualTo(new Trouble(FaultCode.IDENTITY_MISMATCH, new WayOn.StartAgain()));
        assertThat(kiosk.effects(Effect.Forget.class)).isNotEmpty();
    }

    @Test
    void helpComesBackToWhereItWasAskedFor() {
        kiosk.toClinics().touch(new Touch.Help()).touch(new Touch.Back());
        assertThat(kiosk.state()).isInstanceOf(ChooseClinic.class);
    }

    @Test
    void aPrintThatEndsUnderTheHelpIsKnownWhenTheTicketComesBack() {
        kiosk.toTicket();
        long print = kiosk.kiosk().around().question();
        kiosk.touch(new Touch.Help());
        kiosk.happen(new Event.PrintEnded(print, new PrintOutcome.NotPrinted(FaultCode.PRINTER_FAULT)));
        assertThat(kiosk.state()).isInstanceOf(Help.class);
        kiosk.touch(new Touch.Back());
        assertThat(((TicketShown) kiosk.state()).printing().fault()).isEqualTo(FaultCode.PRINTER_FAULT);
    }

    @Test
    void waitingSaysWhatHappensAndThenWhatElseCanBeDone() {
        kiosk.card().time(Alarm.SLOW);
        assertThat(((Identifying) kiosk.state()).pace()).isEqualTo(Pace.SLOW);
        kiosk.time(Alarm.VERY_SLOW);
        assertThat(((Identifying) kiosk.state()).pace()).isEqualTo(Pace.VERY_SLOW);
        kiosk.time(Alarm.ANSWER_LOST);
        assertThat(kiosk.state()).isInstanceOf(Trouble.class);
    }

    @Test
    void aKioskWithoutItsServerAsksAgain() {
        Walk starting = new Walk(Kiosk.switchedOff());
        starting.happen(new Event.Started()).happen(new Event.NotConfigured(FaultCode.SERVER_UNREACHABLE));
        starting.time(Alarm.START_AGAIN);
        assertThat(starting.effects(Effect.AskConfiguration.class)).hasSize(2);
    }

    @Test
    void aBrokenPartIsKnownWhateverIsShown() {
        kiosk.toClinics().device(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, FaultCode.SCANNER_MISSING));
        assertThat(kiosk.kiosk().around().works(DeviceHealth.Kind.SCANNER)).isFalse();
        kiosk.device(new DeviceEvent.PartChanged(DeviceHealth.Kind.SCANNER, null));
        assertThat(kiosk.kiosk().around().works(DeviceHealth.Kind.SCANNER)).isTrue();
    }

    @Test
    void aNumberTheServerAlreadyKnewIsSaidToBeKnown() {
        kiosk.toClinics().touch(new Touch.ChooseClinic("K01"));
        kiosk.checkedIn(new CheckIn(CheckIn.Outcome.ALREADY_WAITING, Samples.ticket(42)));
        assertThat(((TicketShown) kiosk.state()).known()).isTrue();
    }

    @Test
    void whenNoClinicIsOpenAPersonIsNamed() {
        List<ClinicOption> closed = Samples.clinics(null).stream()
                .filter(clinic -> clinic.state() != ClinicOption.State.OPEN)
                .toList();
        Identification.Claimed claim = Samples.claimed();
        kiosk.code(Samples.citizen())
                .answer(new Identification.Claimed(claim.id(), claim.person(), closed, List.of()))
                .touch(new Touch.ItIsMe());
        assertThat(((Trouble) kiosk.state()).fault()).isEqualTo(FaultCode.NO_CLINIC_OPEN);
    }
}
