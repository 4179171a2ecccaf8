package vn.tiepdon.server.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.IdentifierKind;
import vn.tiepdon.server.patient.IdentifierTakenException;
import vn.tiepdon.server.patient.NewPatient;
import vn.tiepdon.server.patient.PastValues;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.patient.PatientChange;
import vn.tiepdon.server.patient.PatientDetails;
import vn.tiepdon.server.patient.PatientDirectory;
import vn.tiepdon.server.patient.PatientNotFoundException;
import vn.tiepdon.server.patient.PatientRegister;
import vn.tiepdon.server.patient.Patients;
import vn.tiepdon.server.staff.StaffMember;

/** Who somebody is, put right: name, birth date, numbers, how to reach them, and what all that was before. */
@Controller
@RequestMapping("/desk/patients/{hospitalCode}/identity")
class AmendmentPages {

    private static final String PAGE = "desk/amendment";

    private final Patients patients;
    private final PatientDirectory directory;
    private final PatientRegister register;
    private final PastValues past;
    private final Facilities facilities;
    private final HospitalClock clock;

    AmendmentPages(
            Patients patients,
            PatientDirectory directory,
            PatientRegister register,
            PastValues past,
            Facilities facilities,
            HospitalClock clock) {
        this.patients = patients;
        this.directory = directory;
        this.register = register;
        this.past = past;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember staff, @PathVariable String hospitalCode, Model model) {
        PatientDetails known = known(staff, hospitalCode);
        return show(staff, known, RegistrationForm.of(known), model);
    }

    /** A number that was changed ends today and stays in the list; nothing is written over what another has changed. */
    @PostMapping
    String amend(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable String hospitalCode,
            RegistrationForm form,
            Model model) {
        PatientDetails known = known(staff, hospitalCode);
        Reading reading = new Reading();
        Optional<NewPatient> person = form.read(today(staff), known.patient().fullName(), reading);
        if (!Integer.toString(known.version()).equals(form.registration())) {
            reading.wrong("name", "register.stale");
        }
        if (reading.problems().isEmpty()) {
            try {
                register.amend(staff.facility(), known.patient().id(), change(person.orElseThrow()), staff.login());
                return "redirect:/desk/patients/" + known.patient().hospitalCode();
            } catch (IdentifierTakenException taken) {
                reading.wrong(taken.kind().name().toLowerCase(Locale.ROOT), "register.others");
            }
        }
        model.addAttribute("problems", reading.problems());
        return show(staff, known, form, model);
    }

    private static PatientChange change(NewPatient person) {
        return new PatientChange(
                Optional.of(person.fullName()),
                Optional.of(person.birthDate()),
                Optional.of(person.sex()),
                person.identifiers(),
                person.telephone(),
                person.address(),
                true);
    }

    private String show(StaffMember staff, PatientDetails known, RegistrationForm form, Model model) {
        Facility facility = facilities.get(staff.facility());
        model.addAttribute("member", staff);
        model.addAttribute("patient", known.patient());
        model.addAttribute("identity", known);
        model.addAttribute("form", form);
        model.addAttribute("past", past.of(staff.facility(), known.patient().id()));
        model.addAttribute("zone", facility.zone());
        return PAGE;
    }

    private LocalDate today(StaffMember staff) {
        return clock.today(facilities.get(staff.facility())).date();
    }

    private PatientDetails known(StaffMember staff, String code) {
        Patient patient = patients.find(staff.facility(), IdentifierKind.HOSPITAL, code)
                .orElseThrow(() -> new PatientNotFoundException(staff.facility()));
        return directory.details(staff.facility(), List.of(patient.id())).get(0);
    }
}
