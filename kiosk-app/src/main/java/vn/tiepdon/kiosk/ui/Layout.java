package vn.tiepdon.kiosk.ui;

/**
 * Where everything lies, in pixels of a 1080 by 1920 window; other windows are scaled as a whole. A hand that has found
 * a place finds it there on every screen, and so does a program that drives the window: {@link #x} and {@link #y} turn
 * a place into fractions of the window.
 */
public final class Layout {

    public static final double WIDTH = 1080;
    public static final double HEIGHT = 1920;

    static final double MARGIN = 24;
    static final double TEXT_MARGIN = 48;
    static final double GAP = 24;
    static final double TEXT_WIDTH = WIDTH - 2 * TEXT_MARGIN;
    static final double TOUCH_WIDTH = WIDTH - 2 * MARGIN;

    static final Box HEADER = new Box(TEXT_MARGIN, 16, TEXT_WIDTH, 116);
    static final Box TITLE = new Box(TEXT_MARGIN, 152, TEXT_WIDTH, 240);
    static final Box NOTE = new Box(TEXT_MARGIN, 404, TEXT_WIDTH, 212);
    /** Below the upper third: what is touched, and what is big. */
    static final Box CONTENT = new Box(MARGIN, 640, TOUCH_WIDTH, 888);
    /** The answers to the screen's question. */
    static final Box ACTIONS = new Box(MARGIN, 1552, TOUCH_WIDTH, 176);

    static final Box BAR = new Box(MARGIN, 1752, TOUCH_WIDTH, 140);
    static final Box CORNER = new Box(MARGIN, 1893, TOUCH_WIDTH, 26);

    /** The main answer, on every screen that has one. */
    public static final Spot PRIMARY = new Spot(720, 1640);
    /** The other answer, where there are two. */
    public static final Spot SECONDARY = new Spot(192, 1640);

    /** The first clinic of a page, whether it is a suggested one across the whole width or not. */
    public static final Spot FIRST_CLINIC = new Spot(276, 742);

    private static final int COLUMNS = 2;
    private static final int ROWS = 4;

    private Layout() {}

    /** A place that is touched, as its middle. */
    public record Spot(double px, double py) {

        /** As a fraction of the window's width. */
        public double x() {
            return px / WIDTH;
        }

        /** As a fraction of the window's height. */
        public double y() {
            return py / HEIGHT;
        }
    }

    /** A rectangle in window pixels. */
    record Box(double x, double y, double width, double height) {

        Spot middle() {
            return new Spot(x + width / 2, y + height / 2);
        }

        Box inset(double horizontal, double vertical) {
            return new Box(x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical);
        }
    }

    /** The middle of the n-th clinic on the page, from 0; a suggested clinic is the 0th and takes a whole row. */
    public static Spot clinic(int n, boolean wideFirst) {
        return clinicBox(n, wideFirst).middle();
    }

    /** The middle of a keypad's key: 0 to 9. */
    public static Spot digit(int digit) {
        return keyBox(digit).middle();
    }

    static Box clinicBox(int n, boolean wideFirst) {
        int cell = wideFirst && n > 0 ? n + 1 : n;
        double width = (CONTENT.width() - GAP) / COLUMNS;
        double height = (CONTENT.height() - (ROWS - 1) * GAP) / ROWS;
        return new Box(
                CONTENT.x() + cell % COLUMNS * (width + GAP),
                CONTENT.y() + cell / COLUMNS * (height + GAP),
                wideFirst && n == 0 ? CONTENT.width() : width,
                height);
    }

    /** @param key 0 to 9, or 10 for the one that takes the last digit back */
    static Box keyBox(int key) {
        int cell = key == 0 ? 10 : key == 10 ? 9 : key - 1;
        double width = (CONTENT.width() - 2 * GAP) / 3;
        double height = (CONTENT.height() - 3 * GAP) / 4;
        return new Box(CONTENT.x() + cell % 3 * (width + GAP), CONTENT.y() + cell / 3 * (height + GAP), width, height);
    }
}
