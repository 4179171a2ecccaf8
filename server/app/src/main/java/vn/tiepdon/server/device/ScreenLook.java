package vn.tiepdon.server.device;

/**
 * How a call screen speaks and looks.
 *
 * @param names whether it shows masked names beside the numbers that are called
 * @param dark whether it is light on dark
 * @param spoken whether it reads calls aloud; of several screens in one hall only one should
 */
public record ScreenLook(boolean names, boolean dark, boolean spoken) {

    public static final ScreenLook USUAL = new ScreenLook(false, false, true);
}
