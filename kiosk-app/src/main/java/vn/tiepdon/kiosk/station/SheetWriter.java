package vn.tiepdon.kiosk.station;

import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.card.patientcard.record.EmergencyRecord.Severity;
import vn.tiepdon.kiosk.station.CardReport.Word;
import vn.tiepdon.kiosk.station.Sheet.Block;
import vn.tiepdon.kiosk.station.Sheet.Line;
import vn.tiepdon.kiosk.station.Sheet.Tone;

/** Puts a report into words: allergies first, because they kill soonest. */
final class SheetWriter {

    private final StationWords words;

    SheetWriter(StationWords words) {
        this.words = words;
    }

    Sheet write(CardReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(holder(report.holder()));
        blocks.add(allergies(report.emergency()));
        if (report.emergency().word() == Word.SIGNED) {
            blocks.addAll(emergency(report.emergency()));
        }
        blocks.add(medication(report.medication()));
        blocks.add(visits(report.visits()));
        return new Sheet(words.locale().getLanguage(), blocks);
    }

    private Block holder(CardReport.Holder holder) {
        List<Line> lines = new ArrayList<>();
        if (holder.expired()) {
            lines.add(Line.warning(words.say("expired", StationWords.day(holder.validTo()))));
        }
        lines.add(Line.plain(
                words.say("born") + " " + StationWords.birth(holder.born()) + " · " + words.say("sex." + holder.sex()),
                null));
        lines.add(Line.plain(
                words.say("code") + " " + holder.hospitalCode() + " · " + words.say("validTo") + " "
                        + StationWords.day(holder.validTo()),
                null));
        lines.add(new Line(Tone.GOOD, words.say("vouched", holder.facility()), null));
        return new Block("holder", holder.fullName(), null, lines);
    }

    private Block allergies(CardReport.Emergency emergency) {
        List<Line> lines = new ArrayList<>();
        switch (emergency.word()) {
            case ABSENT -> lines.add(Line.warning(words.say("allergies.unknown")));
            case DOUBTFUL -> lines.add(Line.warning(words.say("doubtful")));
            case SIGNED -> emergency.allergies().forEach(it -> lines.add(allergy(it)));
        }
        if (lines.isEmpty()) {
            lines.add(Line.plain(words.say("allergies.none"), null));
        }
        return new Block("allergies", words.say("allergies"), said(emergency), lines);
    }

    private Line allergy(CardReport.Allergy allergy) {
        Tone tone =
                switch (allergy.severity()) {
                    case SEVERE, UNKNOWN -> Tone.DANGER;
                    case MODERATE -> Tone.WARNING;
                    case MILD -> Tone.PLAIN;
                };
        return new Line(tone, allergy.substance(), severity(allergy.severity()));
    }

    private String severity(Severity severity) {
        return words.say("severity." + severity.name());
    }

    private List<Block> emergency(CardReport.Emergency emergency) {
        Line blood = emergency.bloodGroup() == null
                ? Line.plain(words.say("blood.unknown"), null)
                : Line.plain(emergency.bloodGroup(), words.say("blood.check"));
        List<Line> chronic = emergency.chronic().stream()
                .map(it -> Line.plain(
                        it.name() + " (" + it.icd10() + ")",
                        it.since() == null ? null : words.say("chronic.since", StationWords.day(it.since()))))
                .toList();
        List<Line> contacts = emergency.contacts().stream()
                .map(it -> Line.plain(
                        it.name() + (it.relation() == null ? "" : " (" + it.relation() + ")"), it.telephone()))
                .toList();
        return List.of(
                new Block("chronic", words.say("chronic"), null, orNone(chronic)),
                new Block("blood", words.say("blood"), null, List.of(blood)),
                new Block("contacts", words.say("contacts"), null, orNone(contacts)));
    }

    private Block medication(CardReport.Medication medication) {
        List<Line> lines = new ArrayList<>();
        switch (medication.word()) {
            case ABSENT -> lines.add(Line.warning(words.say("medication.unknown")));
            case DOUBTFUL -> lines.add(Line.warning(words.say("doubtful")));
            case SIGNED -> medication.drugs().forEach(it -> lines.add(drug(it)));
        }
        if (lines.isEmpty()) {
            lines.add(Line.plain(words.say("medication.none"), null));
        }
        String note =
                medication.word() == Word.SIGNED ? signed(words.asOf(medication.asOf(), medication.ageDays())) : null;
        return new Block("medication", words.say("medication"), note, lines);
    }

    private Line drug(CardReport.Drug drug) {
        Tone tone = drug.daysLeft() <= 1 ? Tone.WARNING : Tone.PLAIN;
        String supply = words.say("from", StationWords.day(drug.from()), String.valueOf(drug.days()));
        return new Line(tone, drug.name() + " – " + drug.dosage(), words.left(drug) + " (" + supply + ")");
    }

    private Block visits(List<CardReport.Visit> visits) {
        List<Line> lines = visits.stream().map(this::visit).toList();
        return new Block(
                "visits",
                words.say("visits"),
                null,
                lines.isEmpty() ? List.of(Line.plain(words.say("visits.none"), null)) : lines);
    }

    private Line visit(CardReport.Visit visit) {
        if (visit.word() != Word.SIGNED) {
            return Line.warning(words.say("doubtful"));
        }
        String next = visit.nextVisit() == null ? "" : "; " + words.say("next", StationWords.day(visit.nextVisit()));
        return Line.plain(
                StationWords.day(visit.day()) + " " + visit.clinic() + ": " + String.join(", ", visit.diagnoses()),
                words.age(visit.ageDays()) + "; " + visit.facility() + ", " + words.say("signed") + next);
    }

    private String said(CardReport.Emergency emergency) {
        return emergency.word() == Word.SIGNED ? signed(words.asOf(emergency.asOf(), emergency.ageDays())) : null;
    }

    private String signed(String asOf) {
        return asOf + "; " + words.say("signed");
    }

    private List<Line> orNone(List<Line> lines) {
        return lines.isEmpty() ? List.of(Line.plain(words.say("none"), null)) : lines;
    }
}
