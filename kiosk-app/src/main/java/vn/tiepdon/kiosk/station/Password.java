package vn.tiepdon.kiosk.station;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import vn.tiepdon.api.fault.FaultCode;

/** Where a password comes from: a file, the environment, or whoever sits there. Never the command line, which all see. */
final class Password {

    static final String VARIABLE = "TIEPDON_STATION_PASSWORD";

    private static final int MAX_LENGTH = 1024;

    private Password() {}

    /** @param file its first line is the password */
    static char[] get(Optional<Path> file, String prompt) throws StationException {
        if (file.isPresent()) {
            return firstLine(file.get());
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", prompt);
        if (typed == null) {
            throw new StationException(FaultCode.STATION_PASSWORD_WRONG, null);
        }
        return typed;
    }

    private static char[] firstLine(Path file) throws StationException {
        try {
            String text = new String(SmallFile.read(file, MAX_LENGTH), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new StationException(FaultCode.STATION_PASSWORD_WRONG, e);
        }
    }
}
