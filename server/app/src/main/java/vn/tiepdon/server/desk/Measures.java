package vn.tiepdon.server.desk;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.history.Kept;
import vn.tiepdon.server.history.ObservationKind;
import vn.tiepdon.server.history.PersonalTarget;
import vn.tiepdon.server.history.PersonalTargets;
import vn.tiepdon.server.history.Saved;
import vn.tiepdon.server.history.TargetRange;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** What is followed of a patient, on the doctor's page: the drawings, and what is aimed at. */
@Component
class Measures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MeasureCharts charts;
    private final PersonalTargets targets;
    private final MessageSource texts;

    Measures(MeasureCharts charts, PersonalTargets targets, MessageSource texts) {
        this.charts = charts;
        this.targets = targets;
        this.texts = texts;
    }

    /** @param typed what could not be kept; null to show what is */
    void show(StaffMember staff, Patient patient, TargetsForm typed, Locale locale, Model model) {
        Kept<List<PersonalTarget>> kept = targets.of(staff.facility(), patient.id());
        model.addAttribute("patient", patient);
        model.addAttribute("charts", charts.of(staff.facility(), patient.id(), kept.value(), locale));
        model.addAttribute("aimable", staff.roles().contains(Role.ROOM));
        TargetsForm form = typed == null ? TargetsForm.of(kept, locale) : typed;
        model.addAttribute("targetsVersion", form.version());
        model.addAttribute(
                "targets",
                Stream.of(Measure.values())
                        .map(it -> view(it, kept.value(), form.of(it), locale))
                        .toList());
    }

    /** Says in the model what became of it; whoever calls shows it. */
    boolean save(StaffMember staff, String source, Patient patient, TargetsForm form, Model model) {
        Map<ObservationKind, Optional<TargetRange>> wanted = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            TargetText.read(measure, form.of(measure))
                    .ifPresentOrElse(
                            wanted::putAll,
                            () -> problems.add(new Problem(
                                    field(measure), "record.problem.target." + measure, List.of(measure.example()))));
        }
        if (!problems.isEmpty()) {
            model.addAttribute("targetProblems", problems);
            return false;
        }
        Saved saved = targets.save(staff, source, patient.id(), wanted, form.version());
        model.addAttribute("targetsSaved", "record.targets." + saved.name().toLowerCase(Locale.ROOT));
        model.addAttribute("targetsDone", saved == Saved.DONE);
        return saved == Saved.DONE;
    }

    private TargetView view(Measure measure, List<PersonalTarget> own, String typed, Locale locale) {
        String general =
                measure.general().stream().map(it -> it.words(texts, locale)).collect(Collectors.joining("; "));
        return new TargetView(
                field(measure),
                text("record.chart." + measure, locale) + ", " + measure.unit(),
                general,
                typed,
                measure.example(),
                who(measure, own, locale));
    }

    private String who(Measure measure, List<PersonalTarget> own, Locale locale) {
        return own.stream()
                .filter(it -> measure.kinds().contains(it.kind()))
                .max(Comparator.comparing(PersonalTarget::since))
                .map(it -> text(
                        "record.target.by",
                        locale,
                        TargetText.written(measure, own, locale),
                        it.by(),
                        DAY.format(it.since())))
                .orElse("");
    }

    private static String field(Measure measure) {
        return switch (measure) {
            case PRESSURE -> "pressure";
            case GLUCOSE -> "glucose";
            case HBA1C -> "glycated";
            case SPO2 -> "oxygen";
        };
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
