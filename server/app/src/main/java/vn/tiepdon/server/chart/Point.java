package vn.tiepdon.server.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of a day. */
public record Point(LocalDate day, BigDecimal value) {

    @Override
    public String toString() {
        return "Point[…]";
    }
}
