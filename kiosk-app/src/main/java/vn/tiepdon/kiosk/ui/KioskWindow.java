package vn.tiepdon.kiosk.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import vn.tiepdon.kiosk.conductor.Display;
import vn.tiepdon.kiosk.flow.Event;
import vn.tiepdon.kiosk.flow.Language;

/** The one window. */
public final class KioskWindow implements AutoCloseable {

    private static final String STYLES = "/vn/tiepdon/kiosk/ui/kiosk.css";

    private final Stage stage;
    private final Scene scene;
    private final KioskView view;
    private final Display display;

    private KioskWindow(Stage stage, Scene scene, KioskView view) {
        this.stage = stage;
        this.scene = scene;
        this.view = view;
        display = new WindowDisplay(scene, view);
    }

    /**
     * Starts JavaFX and opens the window; returns when it is there.
     *
     * @param fullscreen without a frame over the whole screen; otherwise a window of half the size
     * @param audible for which screens to offer "Nghe hướng dẫn", by the simple name of the state
     * @param touches gets every touch, on JavaFX's thread
     * @param closed runs when the window is closed
     */
    public static KioskWindow open(
            boolean fullscreen,
            BiPredicate<String, Language> audible,
            Consumer<Event.Touched> touches,
            Runnable closed) {
        return onFxThread(() -> {
            Platform.setImplicitExit(false);
            // The kiosk has its own style for the few controls it uses: JavaFX's own costs start time and memory.
            Application.setUserAgentStylesheet(STYLES);
            KioskView view = new KioskView(touches, audible);
            Scene scene = new Scene(view.root(), Layout.WIDTH / 2, Layout.HEIGHT / 2);
            scene.addEventHandler(KeyEvent.KEY_PRESSED, view.keyboard()::pressed);
            scene.addEventHandler(KeyEvent.KEY_RELEASED, view.keyboard()::released);
            Stage stage = new Stage(fullscreen ? StageStyle.UNDECORATED : StageStyle.DECORATED);
            stage.setTitle("Tiếp Đón");
            stage.setScene(scene);
            stage.setOnCloseRequest(asked -> closed.run());
            if (fullscreen) {
                cover(stage, scene);
            }
            stage.show();
            ScreenRehearsal.run(scene, view);
            return new KioskWindow(stage, scene, view);
        });
    }

    public Display display() {
        return display;
    }

    KioskView view() {
        return view;
    }

    Scene scene() {
        return scene;
    }

    @Override
    public void close() {
        onFxThread(() -> {
            stage.close();
            return null;
        });
    }

    /** By its bounds too, because without a window manager a full screen is only a wish. */
    private static void cover(Stage stage, Scene scene) {
        Rectangle2D bounds = Screen.getPrimary().getBounds();
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(true);
        scene.setCursor(Cursor.NONE);
    }

    private static <T> T onFxThread(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        };
        try {
            Platform.startup(task);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(task);
        }
        return done.join();
    }
}
