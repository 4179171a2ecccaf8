package vn.tiepdon.kiosk.conductor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.api.kiosk.Presentation;
import vn.tiepdon.kiosk.client.Reception;
import vn.tiepdon.kiosk.client.ReceptionException;
import vn.tiepdon.kiosk.device.CardOrder;
import vn.tiepdon.kiosk.device.CitizenCards;
import vn.tiepdon.kiosk.device.DeviceEvent;
import vn.tiepdon.kiosk.device.PatientCards;
import vn.tiepdon.kiosk.device.PrintOutcome;
import vn.tiepdon.kiosk.device.TicketPrinter;
import vn.tiepdon.kiosk.flow.Alarm;
import vn.tiepdon.kiosk.flow.Effect;
import vn.tiepdon.kiosk.flow.Event;
import vn.tiepdon.kiosk.flow.Flow;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Transition;

/**
 * Runs the flow on a thread of its own, so that a question leaves for the server and a ticket for the printer without
 * waiting for anything to be drawn.
 */
public final class Conductor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Conductor.class);
    private static final Logger FLOW = LoggerFactory.getLogger("vn.tiepdon.kiosk.flow");
    private static final int MOST_WAITING = 1_000;
    private static final long CONFIGURATION_MINUTES = 5;

    private final Reception reception;
    private final TicketPrinter printer;
    private final CitizenCards citizenCards;
    private final PatientCards patientCards;
    private final Display display;
    private final Speaker speaker;
    private final ScheduledThreadPoolExecutor thread;
    private final List<Future<?>> alarms = new ArrayList<>();
    private final Stay stay = new Stay();
    private Kiosk kiosk = Kiosk.switchedOff();

    public Conductor(
            Reception reception,
            TicketPrinter printer,
            CitizenCards citizenCards,
            PatientCards patientCards,
            Display display,
            Speaker speaker) {
        this.reception = reception;
        this.printer = printer;
        this.citizenCards = citizenCards;
        this.patientCards = patientCards;
        this.display = display;
        this.speaker = speaker;
        thread = new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-flow"));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    public void start() {
        post(new Event.Started());
        thread.scheduleWithFixedDelay(
                this::askConfiguration, CONFIGURATION_MINUTES, CONFIGURATION_MINUTES, TimeUnit.MINUTES);
    }

    public void device(DeviceEvent event) {
        post(new Event.FromDevice(event));
    }

    /** Takes an event from any thread; never blocks. */
    public void post(Event event) {
        if (thread.isShutdown()) {
            return;
        }
        if (thread.getQueue().size() > MOST_WAITING) {
            LOG.warn("too many events at once, dropped {}", event.name());
            return;
        }
        thread.execute(() -> happen(event));
    }

    private void happen(Event event) {
        Transition transition;
        try {
            transition = Flow.step(kiosk, event);
        } catch (RuntimeException e) {
            // Its message may hold what the patient showed.
            LOG.error("flow failed on {}: {} at {}", event.name(), e.getClass().getName(), e.getStackTrace()[0]);
            return;
        }
        Kiosk before = kiosk;
        kiosk = transition.kiosk();
        if (kiosk.around().screen() != before.around().screen()) {
            speaker.hush();
        }
        stay.goesOn(before.state(), kiosk.state());
        transition.effects().forEach(this::perform);
        if (!kiosk.equals(before)) {
            display.show(kiosk, event.name());
        }
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Identify ask) {
            identify(ask);
        } else if (effect instanceof Effect.TakeNumber ask) {
            takeNumber(ask);
        } else if (effect instanceof Effect.Print print) {
            print(print);
        } else if (effect instanceof Effect.SetAlarms set) {
            setAlarms(set);
        } else if (effect instanceof Effect.AskConfiguration) {
            askConfiguration();
        } else if (effect instanceof Effect.Speak speak) {
            speaker.speak(speak.screen(), speak.language());
        } else if (effect instanceof Effect.Forget) {
            citizenCards.forget();
            display.forget();
        } else if (effect instanceof Effect.NoteConsent note) {
            citizenCards.agreed(note.consent(), note.wording(), note.language().locale());
        } else if (effect instanceof Effect.ReadChip read) {
            citizenCards.read(read.request());
        } else if (effect instanceof Effect.TellCard tell) {
            tellCard(tell);
        } else if (effect instanceof Effect.LeaveCard) {
            patientCards.leave();
        } else if (effect instanceof Effect.SayNewCard said) {
            reception.newCard(said.coverage(), said.used());
        } else if (effect instanceof Effect.HandOver told) {
            reception.handOver(told.fault(), told.step(), told.identification(), told.clinic(), told.unanswered());
        }
    }

    private void askConfiguration() {
        reception
                .configuration()
                .whenComplete((known, e) ->
                        post(e == null ? new Event.Configured(known) : new Event.NotConfigured(fault(e))));
    }

    private void identify(Effect.Identify ask) {
        reception
                .identify(ask.presentation())
                .whenComplete((known, e) -> post(
                        e == null
                                ? new Event.Identified(ask.question(), known)
                                : new Event.NotIdentified(ask.question(), fault(e), order(ask.presentation(), e))));
    }

    /** What the server wants done with a card that it refused; null when that is nothing. */
    private static CardOrder order(Presentation shown, Throwable thrown) {
        return shown instanceof Presentation.PatientCard card
                        && card.session() != null
                        && cause(thrown) instanceof ReceptionException refused
                ? refused.card()
                        .map(contact -> new CardOrder(card.session(), contact, null))
                        .orElse(null)
                : null;
    }

    private void tellCard(Effect.TellCard tell) {
        patientCards.tell(tell.order()).thenAccept(told -> {
            told.report()
                    .ifPresent(report -> reception.report(tell.order().contact().id(), report));
            FLOW.info("card={}", told.written() ? "Written" : told.report().isPresent() ? "Read" : "Left");
            post(new Event.CardTold(tell.question(), told.visits(), told.written()));
        });
    }

    private void takeNumber(Effect.TakeNumber ask) {
        reception
                .checkIn(ask.request().after(stay.seconds()))
                .whenComplete((taken, e) -> post(
                        e == null
                                ? new Event.CheckedIn(ask.question(), taken)
                                : new Event.NotCheckedIn(ask.question(), fault(e), unanswered(e))));
    }

    private static UUID unanswered(Throwable thrown) {
        return cause(thrown) instanceof ReceptionException open
                ? open.unanswered().orElse(null)
                : null;
    }

    private void print(Effect.Print print) {
        printer.print(print.ticket(), print.language().locale()).whenComplete((outcome, e) -> {
            PrintOutcome known = e == null ? outcome : new PrintOutcome.NotPrinted(printFault(e));
            FLOW.info("print={}", known instanceof PrintOutcome.NotPrinted failed ? failed.fault() : "Printed");
            post(new Event.PrintEnded(print.question(), known));
        });
    }

    private void setAlarms(Effect.SetAlarms set) {
        alarms.forEach(alarm -> alarm.cancel(false));
        alarms.clear();
        for (Alarm alarm : set.alarms()) {
            alarms.add(thread.schedule(
                    () -> happen(new Event.TimeUp(set.clock(), alarm)),
                    alarm.after().toMillis(),
                    TimeUnit.MILLISECONDS));
        }
    }

    private static FaultCode fault(Throwable thrown) {
        Throwable cause = cause(thrown);
        if (cause instanceof ReceptionException refused) {
            return refused.fault();
        }
        LOG.error("the server's client broke its promise: {}", cause.getClass().getName());
        return FaultCode.SERVER_FAULT;
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static FaultCode printFault(Throwable thrown) {
        LOG.error("the printer broke its promise: {}", thrown.getClass().getName());
        return FaultCode.PRINTER_FAULT;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
