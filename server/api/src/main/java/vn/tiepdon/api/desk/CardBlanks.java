package vn.tiepdon.api.desk;

import java.util.List;

/**
 * Serials for new cards, with what the one who loads the applet must give it. Holds keys: told to administrators only.
 *
 * @param delivery names this lot in the stock
 */
public record CardBlanks(String delivery, List<Blank> blanks) {

    /**
     * @param serial 8 bytes as upper-case hex
     * @param installParameters the applet's, as upper-case hex; see docs/patient-card.md
     */
    public record Blank(String serial, String installParameters) {

        @Override
        public String toString() {
            return "Blank[…]";
        }
    }
}
