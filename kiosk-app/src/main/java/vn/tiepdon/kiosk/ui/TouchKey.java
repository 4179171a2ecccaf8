package vn.tiepdon.kiosk.ui;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.text.TextAlignment;
import vn.tiepdon.kiosk.flow.Touch;

/** A button that can be given another text, place and meaning for each screen. */
final class TouchKey {

    private static final double PADDING = 12;

    private final Button button = new Button();
    private final Fonts weight;
    private final double largest;
    private Touch touch;

    TouchKey(Fonts weight, double largest, Consumer<Touch> sink, String... styles) {
        this.weight = weight;
        this.largest = largest;
        button.getStyleClass().setAll(styles);
        button.setAlignment(Pos.CENTER);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setManaged(false);
        button.setVisible(false);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> {
            if (touch != null) {
                sink.accept(touch);
            }
        });
    }

    Button node() {
        return button;
    }

    void show(Layout.Box box, String text, String said, Touch meaning) {
        boolean same = button.isVisible()
                && text.equals(button.getText())
                && button.getWidth() == box.width()
                && button.getLayoutX() == box.x();
        touch = meaning;
        if (same) {
            return;
        }
        button.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        new Lettering(
                        button,
                        weight,
                        largest,
                        Lettering.SMALLEST,
                        box.width() - 2 * PADDING,
                        box.height() - 2 * PADDING)
                .write(text);
        button.setAccessibleText(said == null ? text : said);
        button.setVisible(true);
    }

    void hide() {
        touch = null;
        button.setVisible(false);
        button.setText("");
        button.setAccessibleText(null);
    }
}
