package vn.tiepdon.server.fault;

/**
 * An unexpected failure for the log: types and places only, because messages of drivers and parsers quote what they
 * were given.
 */
public final class Incident {

    private static final int DEEPEST = 8;
    private static final int FRAMES = 12;

    private Incident() {}

    public static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append(System.lineSeparator()).append("    at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
