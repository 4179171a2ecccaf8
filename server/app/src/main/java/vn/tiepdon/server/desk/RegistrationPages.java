package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.Lookalike;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PatientId;
import vn.tiepdon.server.patient.PatientSearch;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Somebody whom nobody knows yet comes to the desk. Nothing of them ever stands in an address. */
@Controller
@RequestMapping("/desk/registration")
class RegistrationPages {

    private static final String PAGE = "desk/registration";

    private final Registrations registrations;
    private final Patients patients;
    private final Facilities facilities;
    private final HospitalClock clock;

    RegistrationPages(Registrations registrations, Patients patients, Facilities facilities, HospitalClock clock) {
        this.registrations = registrations;
        this.patients = patients;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String empty(@AuthenticationPrincipal StaffMember staff, Model model) {
        return show(staff, RegistrationForm.of(""), List.of(), model);
    }

    /** @param q what was typed to find somebody */
    @PostMapping("/begin")
    String begin(@AuthenticationPrincipal StaffMember staff, @RequestParam(defaultValue = "") String q, Model model) {
        return show(staff, RegistrationForm.of(q.length() <= PatientSearch.LONGEST ? q : ""), List.of(), model);
    }

    @PostMapping
    String enter(@AuthenticationPrincipal StaffMember staff, RegistrationForm form, Model model) {
        Reading reading = new Reading();
        Optional<NewPatient> person = form.read(today(staff), reading);
        Optional<UUID> id = id(form.registration());
        if (person.isEmpty() || id.isEmpty()) {
            tell(reading, model);
            return show(staff, form, List.of(), model);
        }
        try {
            Registered registered = registrations.enter(staff, id.get(), person.get(), form.reason());
            return registered instanceof Registered.Done done
                    ? next(staff, done.patient())
                    : show(staff, form, ((Registered.Asked) registered).alike(), model);
        } catch (IdentifierTakenException justNow) {
            Reading taken = new Reading();
            taken.wrong(justNow.kind().name().toLowerCase(Locale.ROOT), "register.taken");
            tell(taken, model);
            return show(staff, form, List.of(), model);
        }
    }

    /** Whoever types without a mouse goes on where something is wrong. */
    private static void tell(Reading reading, Model model) {
        model.addAttribute("problems", reading.problems());
        reading.problems().stream().findFirst().ifPresent(it -> model.addAttribute("focus", it.field()));
    }

    private String show(StaffMember staff, RegistrationForm form, List<Lookalike> alike, Model model) {
        model.addAttribute("member", staff);
        model.addAttribute("form", form);
        model.addAttribute("alike", alike.stream().map(LookalikeView::of).toList());
        model.addAttribute("named", alike.stream().anyMatch(Lookalike::named));
        if (!model.containsAttribute("focus")) {
            model.addAttribute("focus", focus(form));
        }
        return PAGE;
    }

    /** The first that is still empty; after a question, where its answer is typed. */
    private static String focus(RegistrationForm form) {
        return form.name().isEmpty() ? "name" : form.born().isEmpty() ? "born" : "reason";
    }

    /** Whoever is entered came for a number. */
    private String next(StaffMember staff, PatientId patient) {
        return "redirect:/desk/patients/"
                + patients.find(staff.facility(), patient).orElseThrow().hospitalCode() + "/numbers?new";
    }

    private LocalDate today(StaffMember staff) {
        return clock.today(facilities.get(staff.facility())).date();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
    }
}
