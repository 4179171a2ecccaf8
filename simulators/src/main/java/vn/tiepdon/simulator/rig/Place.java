package vn.tiepdon.simulator.rig;

/**
 * Where things are touched on the kiosk, as fractions of its window. The kiosk keeps these places the same on every
 * screen; docs/kiosk.md gives them.
 */
public record Place(double x, double y) {

    private static final double WIDTH = 1080;
    private static final double HEIGHT = 1920;

    /** The main answer of a screen that has one. */
    public static final Place PRIMARY = pixels(720, 1640);

    /** The other answer, where there are two. */
    public static final Place SECONDARY = pixels(192, 1640);

    /** The first clinic of the page, whether a suggested one across the whole width or not. */
    public static final Place FIRST_CLINIC = pixels(276, 742);

    /** One step back, in the bottom bar. */
    public static final Place BACK = pixels(90, 1822);

    private static Place pixels(double x, double y) {
        return new Place(x / WIDTH, y / HEIGHT);
    }
}
