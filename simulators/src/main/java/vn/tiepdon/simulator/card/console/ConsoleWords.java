package vn.tiepdon.simulator.card.console;

import java.util.Optional;

/** What else may be typed for one kind of card. */
interface ConsoleWords {

    /** For kinds of card that need no more. */
    ConsoleWords NONE = new ConsoleWords() {
        @Override
        public String help() {
            return "";
        }

        @Override
        public Optional<String> obey(String line) {
            return Optional.empty();
        }
    };

    /** @return the words, for a list that others begin; each with a comma in front */
    String help();

    /** @return what to say; empty when the line is not understood */
    Optional<String> obey(String line);
}
