package vn.tiepdon.server.desk;

import java.time.LocalDate;
import vn.tiepdon.server.history.Drug;

/** @param from today when nothing is typed */
record DrugLine(String name, String dosage, String from, String days) {

    DrugLine {
        name = Reading.line(name);
        dosage = Reading.line(dosage);
        from = Reading.line(from);
        days = Reading.line(days);
    }

    static DrugLine of(Drug drug) {
        return new DrugLine(drug.name(), drug.dosage(), Reading.written(drug.from()), String.valueOf(drug.days()));
    }

    static DrugLine empty() {
        return new DrugLine("", "", "", "");
    }

    boolean isEmpty() {
        return name.isEmpty() && dosage.isEmpty();
    }

    Drug read(Reading reading, int line, LocalDate today) {
        String id = "drugs" + (line - 1);
        if (name.isEmpty()) {
            return reading.wrong(id + ".name", "drug", line);
        }
        if (dosage.isEmpty()) {
            return reading.wrong(id + ".dosage", "dosage", line);
        }
        return new Drug(
                reading.whole(id + ".name", line, name, Drug.LONGEST),
                reading.whole(id + ".dosage", line, dosage, Drug.LONGEST),
                reading.day(id + ".from", line, from, today).orElse(today),
                reading.number(id + ".days", line, days, Drug.MOST_DAYS));
    }

    @Override
    public String toString() {
        return "DrugLine[…]";
    }
}
