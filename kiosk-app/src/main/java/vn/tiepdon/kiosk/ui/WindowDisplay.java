package vn.tiepdon.kiosk.ui;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tiepdon.kiosk.conductor.Display;
import vn.tiepdon.kiosk.flow.Kiosk;
import vn.tiepdon.kiosk.flow.PlaceCitizenCard;
import vn.tiepdon.kiosk.flow.State;
import vn.tiepdon.kiosk.flow.Trouble;

/**
 * Draws the newest state on JavaFX's thread. A state that is already past when that thread gets to it is not drawn, so
 * that a slow screen never holds up a patient.
 */
final class WindowDisplay implements Display {

    private static final Logger FLOW = LoggerFactory.getLogger("vn.tiepdon.kiosk.flow");

    private final AtomicReference<Picture> next = new AtomicReference<>();
    private final Scene scene;
    private final KioskView view;
    private Picture shown;

    WindowDisplay(Scene scene, KioskView view) {
        this.scene = scene;
        this.view = view;
    }

    @Override
    public void show(Kiosk kiosk, String after) {
        put(new Picture(kiosk, after, false));
    }

    @Override
    public void forget() {
        put(new Picture(null, null, true));
    }

    private void put(Picture picture) {
        // A patient who is to be forgotten before having been drawn is not drawn at all.
        Picture waiting = next.getAndAccumulate(
                picture, (before, now) -> before == null || now.forget() ? now : now.forgetting(before.forget()));
        if (waiting == null) {
            Platform.runLater(this::draw);
        }
    }

    private void draw() {
        Picture picture = next.getAndSet(null);
        if (picture.forget()) {
            view.forget();
            shown = null;
        }
        if (picture.kiosk() != null) {
            view.show(picture.kiosk());
            logWhenDrawn(picture);
        }
    }

    /**
     * The pulse after the one that lays the state out begins only when that one has been handed to the renderer. A
     * state that another has replaced by then was never seen and is not logged.
     */
    private void logWhenDrawn(Picture picture) {
        shown = picture;
        runAfterPulse(() -> {
            runAfterPulse(() -> {
                if (shown == picture) {
                    log(picture.kiosk().state(), picture.after());
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

    /** @param kiosk null when there is only something to forget */
    private record Picture(Kiosk kiosk, String after, boolean forget) {

        Picture forgetting(boolean also) {
            return new Picture(kiosk, after, forget || also);
        }
    }
}
