package vn.tiepdon.kiosk.station;

import java.util.Map;
import vn.tiepdon.api.fault.FaultCode;

/** What came of one reading. Text forms show nothing of it. */
public sealed interface Reading {

    /** @param sheets the report in words, by language: {@code vi}, {@code en} */
    record Read(CardReport report, Map<String, Sheet> sheets) implements Reading {

        @Override
        public String toString() {
            return "Read[…]";
        }
    }

    /** @param fault with its texts in the catalogue */
    record Failed(FaultCode fault) implements Reading {}
}
