package vn.tiepdon.server.room;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.facility.Room;
import vn.tiepdon.server.history.Diagnosis;
import vn.tiepdon.server.history.DiagnosisCatalogue;
import vn.tiepdon.server.history.DiagnosisChoices;
import vn.tiepdon.server.history.Icd10;
import vn.tiepdon.server.queue.Ticket;

/** Asks for the diagnosis, and understands the answer. */
@Component
class DiagnosisQuestions {

    static final String NAME_MISSING = "room.ask.name.missing";
    private static final String CODE_MISSING = "room.ask.code.missing";
    private static final String CODE_INVALID = "room.ask.code.invalid";

    private final DiagnosisChoices choices;
    private final DiagnosisCatalogue catalogue;
    private final Facilities facilities;

    DiagnosisQuestions(DiagnosisChoices choices, DiagnosisCatalogue catalogue, Facilities facilities) {
        this.choices = choices;
        this.catalogue = catalogue;
        this.facilities = facilities;
    }

    Question ask(Room room, Ticket current, DiagnosisForm typed, String unclear) {
        List<Question.Next> nexts = Arrays.stream(NextVisit.values())
                .map(each -> new Question.Next(each, each.key(), day(room, current, each)))
                .toList();
        return new Question(choices(room, current), nexts, typed, unclear);
    }

    Said understand(Room room, Ticket current, DiagnosisForm form) {
        if (form.choice().equals(DiagnosisForm.NONE)) {
            return new Said.WithoutDiagnosis();
        }
        String typed = form.choice().isEmpty() ? form.code() : form.choice();
        if (typed.isEmpty()) {
            return new Said.Unclear(CODE_MISSING);
        }
        Optional<Icd10> code = Icd10.parse(typed);
        if (code.isEmpty()) {
            return new Said.Unclear(CODE_INVALID);
        }
        return choices(room, current).stream()
                .filter(it -> it.code().equals(code.get()))
                .findFirst()
                .or(() -> catalogue.find(code.get()))
                .or(() -> Optional.of(form.name())
                        .filter(name -> !name.isEmpty())
                        .map(name -> Diagnosis.named(code.get(), name)))
                .<Said>map(Said.Diagnosed::new)
                .orElseGet(() -> new Said.Unclear(NAME_MISSING));
    }

    /** A day on which the clinic opens. */
    Optional<LocalDate> next(Room room, Ticket current, DiagnosisForm form) {
        return NextVisit.named(form.next()).map(each -> day(room, current, each));
    }

    private List<Diagnosis> choices(Room room, Ticket current) {
        return choices.of(current.queue().facility(), current.patient(), room.clinic());
    }

    private LocalDate day(Room room, Ticket current, NextVisit visit) {
        FacilityId facility = current.queue().facility();
        Clinic clinic = facilities.clinic(facility, room.clinic()).orElseThrow();
        return facilities.openDay(
                facility, clinic, visit.after(current.queue().day().date()));
    }
}
