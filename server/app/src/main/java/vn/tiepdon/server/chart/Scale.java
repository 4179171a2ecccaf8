package vn.tiepdon.server.chart;

import java.util.ArrayList;
import java.util.List;

/** An axis of values: round numbers at its ends and at its marks. */
record Scale(double from, double to, double step) {

    private static final int MARKS = 5;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** Around all values from the least to the most. */
    static Scale around(double least, double most) {
        double span = Math.max(most - least, Math.max(Math.abs(most) * 0.1, 0.1));
        double rough = span / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * ROUND[ROUND.length - 1];
        for (double round : ROUND) {
            if (round * power >= rough) {
                step = round * power;
                break;
            }
        }
        double from = Math.floor(least / step) * step;
        double to = Math.ceil(most / step) * step;
        return new Scale(from, to == from ? from + step : to, step);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            marks.add(from + i * step);
        }
        return marks;
    }

    /** 0 at the lower end, 1 at the upper. */
    double share(double value) {
        return (value - from) / (to - from);
    }
}
