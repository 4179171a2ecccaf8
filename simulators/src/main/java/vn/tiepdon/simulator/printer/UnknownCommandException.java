package vn.tiepdon.simulator.printer;

/** Bytes that are no command of this printer: a real one would print them as rubbish. */
final class UnknownCommandException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownCommandException(int... bytes) {
        super(name(bytes));
    }

    private static String name(int... bytes) {
        StringBuilder name = new StringBuilder("not understood:");
        for (int value : bytes) {
            name.append(" %02X".formatted(value));
        }
        return name.toString();
    }
}
