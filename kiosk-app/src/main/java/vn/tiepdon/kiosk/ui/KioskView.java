package vn.tiepdon.kiosk.ui;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import vn.tiepdon.api.device.DeviceHealth;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.kiosk.flow.AlreadyWaiting;
import vn.tiepdon.kiosk.flow.AskConsent;
import vn.tiepdon.kiosk.flow.AskNewCard;
import vn.tiepdon.kiosk.flow.AskPriority;
import vn.tiepdon.kiosk.flow.ChooseClinic;
import vn.tiepdon.kiosk.flow.Confirm;
import vn.tiepdon.kiosk.flow.Event;
import vn.tiepdon.kiosk.flow.Goodbye;
import vn.tiepdon.kiosk.flow.Help;
import vn.tiepdon.kiosk.flow.History;
import vn.tiepdon.kiosk.flow.Identifying;
import vn.tiepdon.kiosk.flow.Issuing;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.Language;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.Reading;
import vn.tiepdon.kiosk.flow.ReadingChip;
import vn.tiepdon.kiosk.flow.ScanCitizenCode;
import vn.tiepdon.kiosk.flow.Starting;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.TakeCard;
import vn.tiepdon.kiosk.flow.TicketShown;
import vn.tiepdon.kiosk.flow.Touch;
import vn.tiepdon.kiosk.flow.Trouble;
import vn.tiepdon.kiosk.flow.TypeCardDigits;
import vn.tiepdon.kiosk.flow.TypeNumber;
import vn.tiepdon.kiosk.flow.Welcome;

/** All screens, built once, one of them visible. A screen that is not visible is empty. */
final class KioskView {

    private final Pane root = new Pane();
    private final Pane page = new Pane();
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final Map<Class<? extends State>, Screen> screens = new LinkedHashMap<>();
    private final Header header = new Header(page);
    private final AnswerRow answers;
    private final BottomBar bar;
    private final Keyboard keyboard;
    private final Lettering mark = Lettering.in(Layout.CORNER, Fonts.REGULAR, 20, 20, Pos.CENTER_RIGHT, "soft");
    private final Consumer<Event.Touched> sink;
    private final Press press = new Press();
    private Screen current;
    private Kiosk drawn;
    private long drawnAt;

    KioskView(Consumer<Event.Touched> sink, BiPredicate<String, Language> audible) {
        this.sink = sink;
        Consumer<Touch> touches = this::touched;
        ClinicScreen clinics = new ClinicScreen(touches);
        WaitingScreen waiting = new WaitingScreen();
        TicketScreen ticket = new TicketScreen();
        MessageScreen message = new MessageScreen();
        NumberScreen number = new NumberScreen(touches);
        CitizenCardScreen citizen = new CitizenCardScreen();
        screens.put(Welcome.class, new WelcomeScreen(touches));
        List.of(Starting.class, Reading.class, ReadingChip.class, Identifying.class, Issuing.class)
                .forEach(state -> screens.put(state, waiting));
        screens.put(Confirm.class, new ConfirmScreen());
        screens.put(ChooseClinic.class, clinics);
        screens.put(History.class, new HistoryScreen());
        List.of(TypeNumber.class, TypeCardDigits.class).forEach(state -> screens.put(state, number));
        screens.put(AskConsent.class, new ConsentScreen());
        screens.put(AskNewCard.class, new NewCardScreen());
        screens.put(AskPriority.class, new PriorityScreen(touches));
        List.of(PlaceCitizenCard.class, ScanCitizenCode.class).forEach(state -> screens.put(state, citizen));
        List.of(TicketShown.class, AlreadyWaiting.class).forEach(state -> screens.put(state, ticket));
        List.of(Goodbye.class, TakeCard.class, Trouble.class, Help.class).forEach(state -> screens.put(state, message));
        for (Screen screen : new LinkedHashSet<>(screens.values())) {
            screen.pane().setVisible(false);
            screen.pane().setManaged(false);
            screen.pane().resize(Layout.WIDTH, Layout.HEIGHT);
            screen.pane().setPickOnBounds(false);
            page.getChildren().add(screen.pane());
        }
        answers = new AnswerRow(page, touches);
        bar = new BottomBar(page, touches, audible);
        page.getChildren().add(mark.node());
        keyboard = new Keyboard(touches, press, answers, clinics);
        page.setManaged(false);
        page.resize(Layout.WIDTH, Layout.HEIGHT);
        page.getTransforms().add(scale);
        root.getStyleClass().add("stage");
        root.getChildren().add(page);
        root.widthProperty().addListener(any -> fit());
        root.heightProperty().addListener(any -> fit());
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> press.finger());
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> touched(new Touch.Elsewhere()));
    }

    Pane root() {
        return root;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    void show(Kiosk kiosk) {
        Words words = new Words(kiosk.around().language(), kiosk.around().house());
        Screen next = screens.get(kiosk.state().getClass());
        if (current != null && current != next) {
            current.clear();
            current.pane().setVisible(false);
        }
        if (drawn == null || drawn.around().screen() != kiosk.around().screen()) {
            drawnAt = System.nanoTime();
        }
        current = next;
        drawn = kiosk;
        answers.show(next.draw(kiosk, words));
        next.pane().setVisible(true);
        header.show(kiosk, words);
        bar.show(kiosk, words);
        mark.write(mark(kiosk));
        keyboard.at(kiosk);
    }

    /** Empties every screen. What is to be seen next is drawn right after. */
    void forget() {
        screens.values().forEach(Screen::clear);
        answers.show(List.of());
        keyboard.at(null);
        drawn = null;
    }

    private void touched(Touch touch) {
        if (drawn != null) {
            sink.accept(new Event.Touched(drawn.around().screen(), touch, press.since(drawnAt)));
        }
    }

    /** The technician's mark of what is wrong, with this screen or with what no screen speaks of; else nothing. */
    private static String mark(Kiosk kiosk) {
        FaultCode unspoken = kiosk.around().faults().get(DeviceHealth.Kind.BLOCK_LIST);
        FaultCode fault =
                kiosk.state().fault() == null ? unspoken : kiosk.state().fault();
        return fault == null ? "" : fault.mark();
    }

    private void fit() {
        double factor = Math.min(root.getWidth() / Layout.WIDTH, root.getHeight() / Layout.HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        page.relocate((root.getWidth() - Layout.WIDTH * factor) / 2, (root.getHeight() - Layout.HEIGHT * factor) / 2);
    }
}
