package vn.tiepdon.card.citizen;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** JMRTD logs commands, answers and keys as hex, some of them at WARNING. None of that may reach a log. */
final class JmrtdLog {

    /** Held here, because the JDK forgets a logger, and with it its level, that nobody holds. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.jmrtd"), Logger.getLogger("net.sf.scuba"));

    private JmrtdLog() {}

    static void silence() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
