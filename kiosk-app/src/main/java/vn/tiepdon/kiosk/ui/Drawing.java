package vn.tiepdon.kiosk.ui;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** Our own drawings of a hand and what it holds, for those who do not read. Each fills about 400 by 400 pixels. */
final class Drawing {

    private Drawing() {}

    /** A hand lays a card on the reader. */
    static Group cardOnReader() {
        return onReader(card());
    }

    /** A hand lays the ID card on the reader. */
    static Group citizenCardOnReader() {
        return onReader(citizenCard());
    }

    /** The card lies on the reader, and nobody touches it. */
    static Group cardLying() {
        Group card = card();
        card.setTranslateY(84);
        return new Group(
                frame(), card, box(40, 330, 320, 60, 24, "draw-device"), box(70, 316, 260, 24, 12, "draw-device"));
    }

    /** A hand takes the card away again. */
    static Group cardTaken() {
        Group hand = turned(holdingHand(card()), -104);
        Group reader = new Group(
                box(40, 330, 320, 60, 24, "draw-device"),
                box(70, 316, 260, 24, 12, "draw-device"),
                path("M372 280 v-104 m-30 32 l30 -32 l30 32", "draw-arrow"));
        return new Group(frame(), reader, hand);
    }

    /** A hand holds a code under the scanner. */
    static Group codeUnderScanner() {
        Group scanner = new Group(
                path("M150 70 L60 250 L340 250 L250 70 Z", "draw-beam"), box(110, 10, 180, 70, 20, "draw-device"));
        Group hand = holdingHand(code());
        hand.setTranslateY(64);
        return new Group(frame(), hand, scanner);
    }

    /** A hand holds the ID card with its code under the scanner. */
    static Group citizenCodeUnderScanner() {
        Group scanner = new Group(
                path("M150 70 L60 250 L340 250 L250 70 Z", "draw-beam"), box(110, 10, 180, 70, 20, "draw-device"));
        Group hand = holdingHand(citizenCard());
        hand.setTranslateY(64);
        return new Group(frame(), hand, scanner);
    }

    /** A finger on a keypad. */
    static Group fingerOnKeypad() {
        Group all = new Group(frame(), box(50, 10, 230, 300, 28, "draw-device"));
        for (int key = 0; key < 12; key++) {
            all.getChildren().add(box(74 + key % 3 * 64, 34 + key / 3 * 66, 54, 54, 12, "draw-key"));
        }
        all.getChildren()
                .addAll(
                        path(
                                "M196 186 a23 23 0 0 1 46 0 v98 l70 14 a44 44 0 0 1 34 46 l-6 56 h-150 l-50 -84"
                                        + " a22 22 0 0 1 34 -28 l22 22 Z",
                                "draw-skin"),
                        box(178, 372, 190, 40, 8, "draw-sleeve"));
        return all;
    }

    /** Somebody at a desk who helps. */
    static Group helper() {
        Circle head = new Circle(200, 110, 66);
        head.getStyleClass().add("draw-skin");
        return new Group(
                frame(),
                path("M80 330 a120 130 0 0 1 240 0 Z", "draw-card"),
                head,
                path("M134 108 a66 66 0 0 1 132 0 q-66 -46 -132 0 Z", "draw-hair"),
                box(20, 310, 360, 80, 16, "draw-device"),
                box(170, 330, 60, 40, 10, "draw-key"));
    }

    static Group done() {
        Circle disc = new Circle(200, 200, 150);
        disc.getStyleClass().add("draw-done");
        return new Group(frame(), disc, path("M130 205 l50 54 l96 -112", "draw-tick"));
    }

    static Group attention() {
        return new Group(
                frame(),
                path("M200 40 L370 340 a14 14 0 0 1 -12 20 H42 a14 14 0 0 1 -12 -20 Z", "draw-attention"),
                box(184, 140, 32, 120, 16, "draw-paper"),
                box(184, 284, 32, 32, 16, "draw-paper"));
    }

    private static Group onReader(Node card) {
        Group hand = turned(holdingHand(card), -52);
        // What the hand turns over must be seen the right way up.
        card.setRotate(180);
        Group reader = new Group(
                box(40, 330, 320, 60, 24, "draw-device"),
                box(70, 316, 260, 24, 12, "draw-device"),
                path("M372 176 v104 m-30 -32 l30 32 l30 -32", "draw-arrow"));
        return new Group(frame(), reader, hand);
    }

    /** From above, with the card over the middle of the reader: the thumb makes one side of the hand wider. */
    private static Group turned(Group hand, double up) {
        hand.setRotate(180);
        hand.setTranslateX(-26);
        hand.setTranslateY(up);
        return hand;
    }

    private static Group holdingHand(Node thing) {
        Group behind = new Group();
        for (int finger = 0; finger < 4; finger++) {
            behind.getChildren().add(box(110 + finger * 44, 150, 40, 130, 20, "draw-skin"));
        }
        return new Group(
                behind,
                thing,
                path(
                        "M104 246 h176 v-20 l40 -76 a20 20 0 0 1 36 18 l-26 74 q-8 50 -44 74 h-150 q-32 -24 -32 -70 Z",
                        "draw-skin"),
                box(128, 306, 164, 70, 10, "draw-sleeve"));
    }

    private static Group card() {
        return new Group(
                box(70, 60, 260, 166, 18, "draw-card"),
                box(96, 108, 56, 44, 8, "draw-chip"),
                box(176, 100, 120, 16, 8, "draw-paper"),
                box(176, 130, 84, 16, 8, "draw-paper"));
    }

    /** Lighter than the hospital's card, with a face, a chip and a code. */
    private static Group citizenCard() {
        Circle head = new Circle(112, 148, 17);
        head.getStyleClass().add("draw-ink");
        return new Group(
                box(70, 60, 260, 166, 18, "draw-citizen"),
                box(84, 120, 56, 76, 6, "draw-paper"),
                head,
                path("M88 194 a24 26 0 0 1 48 0 Z", "draw-ink"),
                box(84, 74, 44, 34, 8, "draw-chip"),
                box(160, 84, 80, 12, 6, "draw-ink"),
                box(160, 130, 140, 12, 6, "draw-ink"),
                box(160, 156, 110, 12, 6, "draw-ink"),
                box(256, 72, 58, 46, 4, "draw-paper"),
                box(262, 78, 16, 16, 2, "draw-ink"),
                box(292, 78, 16, 16, 2, "draw-ink"),
                box(262, 98, 16, 16, 2, "draw-ink"),
                box(290, 100, 10, 10, 1, "draw-ink"));
    }

    private static Group code() {
        Group code = new Group(box(100, 30, 200, 200, 14, "draw-sheet"));
        int[][] big = {{118, 48}, {238, 48}, {118, 168}};
        for (int[] at : big) {
            code.getChildren()
                    .addAll(
                            box(at[0], at[1], 46, 46, 4, "draw-ink"),
                            box(at[0] + 10, at[1] + 10, 26, 26, 2, "draw-paper"),
                            box(at[0] + 16, at[1] + 16, 14, 14, 1, "draw-ink"));
        }
        int[][] dots = {{180, 60}, {204, 84}, {180, 108}, {132, 118}, {216, 124}, {248, 116}, {184, 148}, {216, 160}};
        for (int[] at : dots) {
            code.getChildren().add(box(at[0], at[1], 18, 18, 1, "draw-ink"));
        }
        return code;
    }

    /** Keeps the size the same whatever a drawing fills. */
    private static Rectangle frame() {
        Rectangle frame = new Rectangle(0, 0, 400, 400);
        frame.setOpacity(0);
        return frame;
    }

    private static Rectangle box(double x, double y, double width, double height, double round, String style) {
        Rectangle box = new Rectangle(x, y, width, height);
        box.setArcWidth(2 * round);
        box.setArcHeight(2 * round);
        box.getStyleClass().add(style);
        return box;
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
