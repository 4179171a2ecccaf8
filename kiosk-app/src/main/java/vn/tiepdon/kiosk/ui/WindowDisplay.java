package vn.tiepdon.kiosk.ui;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.kiosk.conductor.Display;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Trouble;

/**
 * Draws the newest state on JavaFX's thread. A state that is already past when that thread gets to it is not drawn, so
 * that a slow screen never holds up a patient. Nor is a wait that is over before an eye has read anything of it: it would
 * only flash, and what is waited for would have to wait for its drawing.
 */
final class WindowDisplay implements Display {

    private static final Logger FLOW = LoggerFactory.getLogger("vn.tiepdon.kiosk.flow");

    /** Within this time an answer seems to come at once (R. B. Miller, 1968: a tenth of a second). */
    private static final Duration AT_ONCE = Duration.millis(100);

    private final AtomicReference<Picture> next = new AtomicReference<>();
    private final Scene scene;
    private final KioskView view;
    private final PauseTransition patience = new PauseTransition(AT_ONCE);
    private Picture held;
    private boolean waiting;
    private Picture shown;

    WindowDisplay(Scene scene, KioskView view) {
        this.scene = scene;
        this.view = view;
        patience.setOnFinished(over -> drawHeld());
    }

    @Override
    public void show(Kiosk kiosk, String after) {
        put(new Picture(kiosk, Set.of(after), false));
    }

    @Override
    public void forget() {
        put(new Picture(null, Set.of(), true));
    }

    private void put(Picture picture) {
        // A patient who is to be forgotten before having been drawn is not drawn at all.
        Picture waiting = next.getAndAccumulate(
                picture, (before, now) -> before == null || now.forget() ? now : now.inPlaceOf(before));
        if (waiting == null) {
            Platform.runLater(this::draw);
        }
    }

    private void draw() {
        Picture picture = next.getAndSet(null);
        if (held != null && !picture.forget()) {
            picture = picture.inPlaceOf(held);
        }
        held = null;
        if (picture.forget()) {
            view.forget();
            shown = null;
        }
        if (picture.kiosk() == null) {
            patience.stop();
        } else if (WaitingScreen.mayBeBrief(picture.kiosk().state()) && !waiting && !picture.forget()) {
            held = picture;
            patience.play();
        } else {
            patience.stop();
            draw(picture);
        }
    }

    private void drawHeld() {
        if (held != null) {
            Picture picture = held;
            held = null;
            draw(picture);
        }
    }

    private void draw(Picture picture) {
        waiting = WaitingScreen.mayBeBrief(picture.kiosk().state());
        view.show(picture.kiosk());
        logWhenDrawn(shown == null ? picture : picture.inPlaceOf(shown));
    }

    /**
     * The pulse after the one that lays the state out begins only when that one has been handed to the renderer. A
     * screen that another has replaced by then was never seen and is not logged; one that has only changed is logged
     * for all that has changed it.
     */
    private void logWhenDrawn(Picture picture) {
        shown = picture;
        runAfterPulse(() -> {
            runAfterPulse(() -> {
                if (shown == picture) {
                    picture.after().forEach(after -> log(picture.kiosk().state(), after));
                    shown = null;
                }
            });
            Platform.requestNextPulse();
        });
        Platform.requestNextPulse();
    }

    private static void log(State state, String after) {
        String name = state.getClass().getSimpleName();
        boolean interrupted = state instanceof Trouble || state instanceof PlaceCitizenCard;
        if (interrupted && state.fault() != null) {
            FLOW.info("screen={} after={} fault={}", name, after, state.fault());
        } else {
            FLOW.info("screen={} after={}", name, after);
        }
    }

    private void runAfterPulse(Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                work.run();
            }
        });
    }

    /**
     * @param kiosk null when there is only something to forget
     * @param after what led to this screen and changed it since, in order
     */
    private record Picture(Kiosk kiosk, Set<String> after, boolean forget) {

        Picture inPlaceOf(Picture before) {
            boolean sameScreen = before.kiosk() != null
                    && kiosk.around().screen() == before.kiosk().around().screen();
            Set<String> all = new LinkedHashSet<>(sameScreen ? before.after() : Set.of());
            all.addAll(after);
            return new Picture(kiosk, all, forget || before.forget());
        }
    }
}
