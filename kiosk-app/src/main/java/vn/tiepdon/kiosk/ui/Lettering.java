package vn.tiepdon.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.TextAlignment;

/**
 * Text in a box of fixed size: as large as the box allows between two sizes, so that a long name neither gets cut off
 * nor pushes anything from its place.
 */
final class Lettering {

    /** Nothing that a patient reads is smaller. */
    static final double SMALLEST = 44;

    private final Labeled labeled;
    private final Fonts weight;
    private final double largest;
    private final double smallest;
    private final double width;
    private final double height;

    /** @param width of the text itself, without what surrounds it */
    Lettering(Labeled labeled, Fonts weight, double largest, double smallest, double width, double height) {
        this.labeled = labeled;
        this.weight = weight;
        this.largest = largest;
        this.smallest = smallest;
        this.width = width;
        this.height = height;
        labeled.setWrapText(true);
        labeled.setMinSize(0, 0);
    }

    /** A label that fills a box. */
    static Lettering in(Layout.Box box, Fonts weight, double largest, double smallest, Pos align, String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setAlignment(align);
        label.setTextAlignment(
                switch (align.getHpos()) {
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                    default -> TextAlignment.LEFT;
                });
        label.resizeRelocate(box.x(), box.y(), box.width(), box.height());
        label.setPrefSize(box.width(), box.height());
        label.setManaged(false);
        label.setMouseTransparent(true);
        return new Lettering(label, weight, largest, smallest, box.width(), box.height());
    }

    Labeled node() {
        return labeled;
    }

    void write(String text) {
        if (text.isEmpty()) {
            clear();
            return;
        }
        if (text.equals(labeled.getText())) {
            return;
        }
        double size = new Measure(text, weight).size(largest, smallest, width, height);
        labeled.setFont(weight.size(size));
        labeled.setText(text);
        labeled.setVisible(true);
    }

    void clear() {
        labeled.setText("");
        labeled.setVisible(false);
    }
}
