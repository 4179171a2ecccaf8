package vn.tiepdon.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import vn.tiepdon.api.card.CardContact;
import vn.tiepdon.api.card.CardSessionGrant;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.CheckIn;
import vn.tiepdon.api.kiosk.Identification;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.api.kiosk.PriorityClaim;
import vn.tiepdon.api.kiosk.Sex;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.kiosk.Samples;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CardVisit;
import vn.tiepdon.kiosk.device.ChipAccess;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PrintOutcome;

/** What holds whatever happens in whatever order. */
class FlowPropertyTest {

    /** Makes an event out of where the kiosk stands, so that answers and touches are mostly, not always, current. */
    @FunctionalInterface
    interface Happening {
        Event at(Kiosk kiosk);
    }

    private static final List<Class<?>> OF_A_PATIENT = List.of(
            Presentation.class,
            Identification.class,
            Ticket.class,
            Visit.class,
            Citizen.class,
            ChipAccess.class,
            CardOrder.class,
            CardContact.class,
            CardSessionGrant.class,
            CardVisit.class);

    @Property(tries = 400)
    void aCheckInFollowsAConfirmationAndNeverRunsTwiceAtOnce(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        Set<Object> confirmed = new HashSet<>();
        for (Happening happening : course) {
            Event event = happening.at(kiosk);
            if (kiosk.state() instanceof Confirm confirm
                    && event instanceof Event.Touched touched
                    && touched.touch() instanceof Touch.ItIsMe) {
                confirmed.add(confirm.visit().identification().id());
            }
            Transition next = Flow.step(kiosk, event);
            for (Effect effect : next.effects()) {
                if (effect instanceof Effect.TakeNumber take) {
                    assertThat(confirmed).contains(take.request().identificationId());
                    assertThat(kiosk.state()).as("one at a time").isNotInstanceOf(Issuing.class);
                    assertThat(next.kiosk().state()).isInstanceOf(Issuing.class);
                }
            }
            if (kiosk.state() instanceof Issuing && !(next.kiosk().state() instanceof Issuing)) {
                assertThat(event)
                        .as("only its answer, or its end, ends a check-in")
                        .isInstanceOfAny(Event.CheckedIn.class, Event.NotCheckedIn.class, Event.TimeUp.class);
            }
            kiosk = next.kiosk();
        }
    }

    @Property(tries = 400)
    void nothingOfAPatientIsLeftWhereNobodyIsServed(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        for (Happening happening : course) {
            Kiosk before = kiosk;
            Transition next = Flow.step(kiosk, happening.at(kiosk));
            kiosk = next.kiosk();
            if (!kiosk.state().holdsPatient()) {
                assertThat(found(kiosk, new ArrayList<>()))
                        .as("in %s", kiosk.state().getClass())
                        .isEmpty();
                assertThat(before.state().holdsPatient()
                                && next.effects().stream().noneMatch(Effect.Forget.class::isInstance))
                        .as("left without forgetting")
                        .isFalse();
            }
            if (kiosk.state() instanceof Welcome) {
                assertThat(kiosk.state().holdsPatient()).isFalse();
            }
        }
    }

    @Property(tries = 400)
    void noChipIsReadWithoutATouchOnIAgree(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        Map<Long, Citizen> agreed = new HashMap<>();
        for (Happening happening : course) {
            Event event = happening.at(kiosk);
            Transition next = Flow.step(kiosk, event);
            for (Effect effect : next.effects()) {
                if (effect instanceof Effect.NoteConsent note) {
                    assertThat(((Event.Touched) event).touch()).isInstanceOf(Touch.Agree.class);
                    assertThat(((Event.Touched) event).seen()).isGreaterThanOrEqualTo(Event.Touched.SOONEST_ANSWER);
                    agreed.put(note.consent(), ((AskConsent) kiosk.state()).citizen());
                }
                if (effect instanceof Effect.ReadChip read) {
                    Citizen whose = agreed.get(read.request().consent());
                    assertThat(whose).as("consent before the reading").isNotNull();
                    assertThat(read.request().access().nationalNumber())
                            .as("the same person's")
                            .isEqualTo(whose.access().nationalNumber());
                    assertThat(kiosk.around().cardThere()).isTrue();
                    assertThat(next.kiosk().state()).isInstanceOf(ReadingChip.class);
                }
            }
            kiosk = next.kiosk();
        }
    }

    @Property(tries = 400)
    void aTouchThatComesTooSoonLeavesTheKioskWhereItIs(
            @ForAll("courses") List<Happening> course,
            @ForAll("touches") Happening touch,
            @ForAll @LongRange(min = -60_000, max = 499) long millis) {
        Kiosk kiosk = new Kiosk(Surroundings.unknown().in(Samples.house()), new Welcome());
        for (Happening happening : course) {
            kiosk = Flow.step(kiosk, happening.at(kiosk)).kiosk();
            Event.Touched any = (Event.Touched) touch.at(kiosk);
            Event.Touched soon = new Event.Touched(any.screen(), any.touch(), Duration.ofMillis(millis));
            Transition next = Flow.step(kiosk, soon);
            if (any.touch() instanceof Touch.Browsing) {
                assertThat(next.kiosk().state()).hasSameClassAs(kiosk.state());
                assertThat(next.effects()).hasOnlyElementsOfTypes(Effect.SetAlarms.class, Effect.Speak.class);
            } else {
                assertThat(next).isEqualTo(new Transition(kiosk, List.of()));
            }
        }
    }

    @Property(tries = 400)
    void aChipsDataLeadToTheServerOnlyFromTheReadingThatWasAsked(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        for (Happening happening : course) {
            Kiosk before = kiosk;
            Transition next = Flow.step(kiosk, happening.at(kiosk));
            kiosk = next.kiosk();
            boolean asks = next.effects().stream()
                    .anyMatch(effect -> effect instanceof Effect.Identify ask
                            && ask.presentation() instanceof Presentation.CitizenChip);
            boolean again = before.state() instanceof Trouble trouble && trouble.wayOn() instanceof WayOn.AskAgain;
            assertThat(!asks || again || before.state() instanceof ReadingChip)
                    .as("from %s", before.state().getClass())
                    .isTrue();
        }
    }

    @Property(tries = 400)
    void timeAloneLeadsBackToAFirstScreen(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = new Kiosk(Surroundings.unknown().in(Samples.house()), new Welcome());
        List<Alarm> set = List.of();
        for (Happening happening : course) {
            Transition next = Flow.step(kiosk, happening.at(kiosk));
            kiosk = next.kiosk();
            set = alarms(next, set);
        }
        for (int i = 0; i < 12 && !(kiosk.state() instanceof Welcome); i++) {
            assertThat(set).as("a way out of %s", kiosk.state().getClass()).isNotEmpty();
            Alarm last = set.get(set.size() - 1);
            Transition next = Flow.step(kiosk, new Event.TimeUp(kiosk.around().clock(), last));
            kiosk = next.kiosk();
            set = alarms(next, set);
        }
        assertThat(kiosk.state()).isInstanceOf(Welcome.class);
    }

    @Property(tries = 400)
    void aCardIsToldOnlyWhatCameInAnswerToItAndNoKeysStay(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        for (Happening happening : course) {
            Event event = happening.at(kiosk);
            Transition next = Flow.step(kiosk, event);
            for (Effect effect : next.effects()) {
                if (effect instanceof Effect.TellCard tell) {
                    assertThat(event).isInstanceOfAny(Event.Identified.class, Event.NotIdentified.class);
                    assertThat(kiosk.around().cardThere()).isTrue();
                    assertThat(tell.order().contact().block())
                            .as("a card whose patient goes on is never blocked")
                            .isEqualTo(event instanceof Event.NotIdentified);
                }
            }
            boolean beganAndStays = next.kiosk().around().talk().open();
            kiosk = next.kiosk();
            assertThat(found(kiosk, new ArrayList<>()))
                    .doesNotHaveAnyElementsOfTypes(CardSessionGrant.class, CardContact.class, CardOrder.class);
            assertThat(beganAndStays && kiosk.state() instanceof Welcome)
                    .as("nobody talks to a card on the first screen")
                    .isFalse();
            assertThat(beganAndStays && !kiosk.around().cardThere())
                    .as("nobody talks to a card that is gone")
                    .isFalse();
        }
    }

    @Property(tries = 400)
    void whatACardTellsIsShownToItsOwnPatientAlone(@ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        long asked = 0;
        for (Happening happening : course) {
            Event event = happening.at(kiosk);
            Transition next = Flow.step(kiosk, event);
            asked = next.effects().stream()
                    .filter(Effect.TellCard.class::isInstance)
                    .map(effect -> ((Effect.TellCard) effect).question())
                    .reduce(asked, (one, other) -> other);
            boolean before = holdsCardVisits(kiosk);
            kiosk = next.kiosk();
            if (!before && holdsCardVisits(kiosk)) {
                assertThat(((Event.CardTold) event).question()).isEqualTo(asked);
                assertThat(found(kiosk, new ArrayList<>())).hasAtLeastOneElementOfType(Identification.Proven.class);
            }
        }
    }

    @Property(tries = 400)
    void theDeskIsToldOnlyWithAHelpATroubleOrAnEndAndOnlyOfWhomTheServerKnows(
            @ForAll("courses") List<Happening> course) {
        Kiosk kiosk = Kiosk.switchedOff();
        for (Happening happening : course) {
            State before = kiosk.state();
            Event event = happening.at(kiosk);
            Transition next = Flow.step(kiosk, event);
            kiosk = next.kiosk();
            List<Effect.HandOver> told = next.effects().stream()
                    .filter(Effect.HandOver.class::isInstance)
                    .map(Effect.HandOver.class::cast)
                    .toList();
            assertThat(told).hasSizeLessThanOrEqualTo(1);
            for (Effect.HandOver one : told) {
                boolean asked = event instanceof Event.Touched touched && touched.touch() instanceof Touch.Help;
                if (!asked) {
                    assertThat(kiosk.state()).isInstanceOfAny(Trouble.class, Welcome.class, TakeCard.class);
                }
                assertThat(one.identification() == null
                                || one.identification()
                                        .equals(before.visit().identification().id()))
                        .as("of nobody else")
                        .isTrue();
                boolean notMe = event instanceof Event.Touched other && other.touch() instanceof Touch.NotMe;
                assertThat(notMe && one.identification() != null).isFalse();
            }
        }
    }

    private static boolean holdsCardVisits(Kiosk kiosk) {
        return found(kiosk, new ArrayList<>()).stream().anyMatch(CardVisit.class::isInstance);
    }

    private static List<Alarm> alarms(Transition next, List<Alarm> before) {
        return next.effects().stream()
                .filter(Effect.SetAlarms.class::isInstance)
                .map(effect -> ((Effect.SetAlarms) effect).alarms())
                .reduce(before, (one, other) -> other);
    }

    /** Walks every record from here. */
    private static List<Object> found(Object from, List<Object> found) {
        if (from == null) {
            return found;
        }
        OF_A_PATIENT.stream().filter(kind -> kind.isInstance(from)).findFirst().ifPresent(kind -> found.add(from));
        if (from instanceof TypeNumber typed && !typed.digits().isEmpty()) {
            found.add(from);
        }
        if (from instanceof TypeCardDigits typed && !typed.digits().isEmpty()) {
            found.add(from);
        }
        if (from instanceof Record) {
            for (var component : from.getClass().getRecordComponents()) {
                try {
                    found(component.getAccessor().invoke(from), found);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        if (from instanceof Iterable<?> many) {
            many.forEach(each -> found(each, found));
        }
        return found;
    }

    @Provide
    Arbitrary<List<Happening>> courses() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, touches()),
                        Tuple.of(4, answers()),
                        Tuple.of(3, devices()),
                        Tuple.of(3, citizens()),
                        Tuple.of(1, times()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Happening> touches() {
        Arbitrary<Touch> touches = Arbitraries.of(
                new Touch.Back(),
                new Touch.ChangeLanguage(),
                new Touch.Listen(),
                new Touch.Lower(),
                new Touch.Help(),
                new Touch.Elsewhere(),
                new Touch.TypeNumber(),
                new Touch.Digit(7),
                new Touch.Erase(),
                new Touch.NumberDone(),
                new Touch.ItIsMe(),
                new Touch.ItIsMe(),
                new Touch.NotMe(),
                new Touch.ChooseClinic("K01"),
                new Touch.ChooseClinic("K01"),
                new Touch.ChooseClinic("K04"),
                new Touch.ChooseClinic("nowhere"),
                new Touch.TurnPage(1),
                new Touch.TurnPage(-1),
                new Touch.MoveMark(-1),
                new Touch.ShowHistory(),
                new Touch.ShowClinics(),
                new Touch.NextTicket(),
                new Touch.PrintAgain(),
                new Touch.Done(),
                new Touch.Agree(),
                new Touch.Agree(),
                new Touch.WithoutChip(),
                new Touch.TypeCardDigits(),
                new Touch.NewCard(true),
                new Touch.AskPriority(),
                new Touch.Declare(PriorityClaim.WAR_MERIT),
                new Touch.Declare(PriorityClaim.PREGNANT),
                new Touch.DeclareNothing(),
                new Touch.GoOn());
        Arbitrary<Integer> behind = Arbitraries.of(0, 0, 0, 0, 1);
        Duration answer = Event.Touched.SOONEST_ANSWER;
        Arbitrary<Duration> times = Arbitraries.of(answer, answer, answer, Duration.ZERO);
        return Combinators.combine(touches, behind, times)
                .as((touch, old, seen) ->
                        kiosk -> new Event.Touched(kiosk.around().screen() - old, touch, seen));
    }

    private static Arbitrary<Happening> answers() {
        Identification.Proven proven = Samples.proven();
        Identification.Proven writing = Samples.provenBy(Samples.contact(false, Samples.update(7)));
        Identification.Proven reading = Samples.provenBy(Samples.contact(false), Samples.ticket(6));
        Identification.Claimed claimed = Samples.claimed(Samples.ticket(3), Samples.ticket(4));
        Identification.Proven renewed = Samples.withNewCard();
        Identification.Proven pregnant = Samples.declaring(Samples.proven(), Set.of(PriorityClaim.values()));
        Arbitrary<Integer> behind = Arbitraries.of(0, 0, 0, 0, 1);
        Arbitrary<FaultCode> faults = Arbitraries.of(FaultCode.class);
        return Arbitraries.oneOf(
                Arbitraries.of(proven, claimed, writing, reading, renewed, pregnant)
                        .flatMap(known -> behind.map(old ->
                                kiosk -> new Event.Identified(kiosk.around().question() - old, known))),
                faults.map(
                        fault -> kiosk -> new Event.NotIdentified(kiosk.around().question(), fault)),
                behind.map(old -> kiosk ->
                        new Event.NotIdentified(kiosk.around().question() - old, FaultCode.CARD_BLOCKED, dead())),
                Combinators.combine(behind, Arbitraries.of(true, false))
                        .as((old, written) -> kiosk -> new Event.CardTold(
                                kiosk.around().talk().question() - old,
                                List.of(Samples.cardVisit("2025-12-20")),
                                written)),
                behind.map(old -> kiosk -> new Event.CheckedIn(
                        kiosk.around().question() - old, new CheckIn(CheckIn.Outcome.ISSUED, Samples.ticket(5)))),
                faults.map(
                        fault -> kiosk -> new Event.NotCheckedIn(kiosk.around().question(), fault)),
                Arbitraries.of(new PrintOutcome.Printed(), new PrintOutcome.NotPrinted(FaultCode.PRINTER_FAULT))
                        .map(outcome ->
                                kiosk -> new Event.PrintEnded(kiosk.around().question(), outcome)),
                Arbitraries.of(new Event.Configured(Samples.house()), new Event.NotConfigured(FaultCode.SERVER_SLOW))
                        .map(event -> kiosk -> event));
    }

    private static CardOrder dead() {
        return new CardOrder(Samples.talkingCard().session(), Samples.contact(true), null);
    }

    private static Arbitrary<Happening> devices() {
        return Arbitraries.<DeviceEvent>of(
                        new DeviceEvent.CardInserted(true),
                        new DeviceEvent.CardInserted(true),
                        new DeviceEvent.CardInserted(false),
                        new DeviceEvent.CardRemoved(),
                        new DeviceEvent.CardRead(Samples.card()),
                        new DeviceEvent.CardRead(Samples.talkingCard()),
                        new DeviceEvent.CardRead(Samples.talkingCard()),
                        new DeviceEvent.CardDead(Samples.talkingCard()),
                        new DeviceEvent.CardFailed(FaultCode.CARD_UNKNOWN),
                        new DeviceEvent.CodeScanned(Samples.citizen()),
                        new DeviceEvent.CodeFailed(FaultCode.CODE_TOO_LONG),
                        new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, FaultCode.READER_MISSING),
                        new DeviceEvent.PartChanged(DeviceHealth.Kind.CARD_READER, null))
                .map(event -> kiosk -> new Event.FromDevice(event));
    }

    /** The ID card, its code, and what its chip says. */
    private static Arbitrary<Happening> citizens() {
        Presentation.CitizenCode other =
                new Presentation.CitizenCode("001060000002", null, "Lê Thị Mận", "1960", Sex.FEMALE);
        Arbitrary<Integer> behind = Arbitraries.of(0, 0, 0, 0, 1);
        return Arbitraries.oneOf(
                Arbitraries.<DeviceEvent>of(
                                new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()),
                                new DeviceEvent.CitizenCodeScanned(Samples.citizen(), Samples.access()),
                                new DeviceEvent.CitizenCodeScanned(
                                        other, new ChipAccess.Code("001060000002", null, null)),
                                new DeviceEvent.CardInserted(true),
                                new DeviceEvent.CitizenCardFound(),
                                new DeviceEvent.CitizenCardFound())
                        .map(event -> kiosk -> new Event.FromDevice(event)),
                behind.map(old -> kiosk -> new Event.FromDevice(
                        new DeviceEvent.ChipProgress(kiosk.around().question() - old, 300, 900))),
                behind.map(old -> kiosk -> new Event.FromDevice(
                        new DeviceEvent.ChipRead(kiosk.around().question() - old, Samples.chip()))),
                Combinators.combine(behind, Arbitraries.of(FaultCode.class))
                        .as((old, fault) -> kiosk -> new Event.FromDevice(
                                new DeviceEvent.ChipFailed(kiosk.around().question() - old, fault))));
    }

    private static Arbitrary<Happening> times() {
        return Arbitraries.of(Alarm.class).map(alarm -> kiosk -> {
            boolean set = kiosk.state().alarms(kiosk.around()).contains(alarm);
            return new Event.TimeUp(
                    set ? kiosk.around().clock() : kiosk.around().clock() - 1, alarm);
        });
    }
}
