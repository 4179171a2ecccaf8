package vn.tiepdon.server.coverage;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.server.coverage.card.CarePlaces;
import vn.tiepdon.server.coverage.card.FacilityCode;
import vn.tiepdon.server.coverage.card.InsuranceTables;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.InsuredCard;
import vn.tiepdon.server.coverage.lookup.CheckDesk;
import vn.tiepdon.server.coverage.lookup.CoverageCheck;
import vn.tiepdon.server.desk.PatientSection;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.facility.HospitalClock;
import vn.tiepdon.server.patient.Patient;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** What is known of a patient's insurance: of today with every answer that came, and of the days before. */
@Component
@Order(2)
class InsuranceSection implements PatientSection {

    private final CheckDesk checks;
    private final GatewayAccounts accounts;
    private final CarePlaces places;
    private final Facilities facilities;
    private final HospitalClock clock;

    InsuranceSection(
            CheckDesk checks, GatewayAccounts accounts, CarePlaces places, Facilities facilities, HospitalClock clock) {
        this.checks = checks;
        this.accounts = accounts;
        this.places = places;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public String prepare(StaffMember staff, Patient patient, Model model) {
        Facility facility = facilities.get(staff.facility());
        if (accounts.of(facility.id()).isPresent()) {
            boolean desk =
                    staff.roles().contains(Role.RECEPTION) || staff.roles().contains(Role.ADMIN);
            model.addAttribute("insurance", view(facility, patient, desk, LocaleContextHolder.getLocale()));
        }
        return "insurance/section :: insurance";
    }

    private InsuranceView view(Facility facility, Patient patient, boolean desk, Locale locale) {
        LocalDate day = clock.today(facility).date();
        return new InsuranceView(
                desk,
                checks.latest(facility.id(), patient.id(), day)
                        .map(check -> today(facility, check, locale))
                        .orElse(null),
                checks.earlier(facility.id(), patient.id(), day).stream()
                        .map(check -> new InsuranceView.Earlier(
                                check.day(),
                                check.outcome(),
                                check.result().reception().in(locale)))
                        .toList());
    }

    private InsuranceView.Today today(Facility facility, CoverageCheck check, Locale locale) {
        Optional<InsuredCard> card = check.card();
        return new InsuranceView.Today(
                check.outcome(),
                check.result().reception().in(locale),
                card.map(it -> it.number().text()).orElse(null),
                card.map(InsuredCard::from).orElse(null),
                card.flatMap(InsuredCard::until).orElse(null),
                card.flatMap(InsuredCard::facility)
                        .map(code -> place(facility, code, check.day()))
                        .orElse(null),
                card.flatMap(it -> it.number().benefitLevel())
                        .flatMap(level -> InsuranceTables.share(level, check.day()))
                        .orElse(null),
                card.flatMap(InsuredCard::fiveYears).orElse(null),
                facility.localAt(check.askedAt()),
                checks.changes(check).stream()
                        .map(change -> new InsuranceView.Change(
                                facility.localAt(change.at()),
                                change.result().reception().in(locale)))
                        .toList());
    }

    private String place(Facility facility, FacilityCode code, LocalDate day) {
        return places.name(facility.id(), code, day)
                .map(name -> name + " (" + code.text() + ")")
                .orElse(code.text());
    }
}
