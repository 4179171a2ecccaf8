package vn.tiepdon.server.coverage.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.api.Text;
import vn.tiepdon.server.coverage.ChargeableItem;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.FirstItems;
import vn.tiepdon.server.coverage.card.CarePlaces;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.record.HospitalCertificates;
import vn.tiepdon.server.facility.Clinic;
import vn.tiepdon.server.facility.ClinicId;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.FacilityId;
import vn.tiepdon.server.staff.StaffMember;

/** Puts the page together. */
@Component
class AccountPage {

    private final GatewayAccounts accounts;
    private final HospitalCertificates certificates;
    private final FirstItems items;
    private final CarePlaces places;
    private final Facilities facilities;
    private final CoverageSettings settings;

    AccountPage(
            GatewayAccounts accounts,
            HospitalCertificates certificates,
            FirstItems items,
            CarePlaces places,
            Facilities facilities,
            CoverageSettings settings) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.items = items;
        this.places = places;
        this.facilities = facilities;
        this.settings = settings;
    }

    /** @param code empty for none */
    record ItemLine(int clinic, Text name, String code, String item) {}

    String show(StaffMember admin, Model model) {
        return show(
                admin, accounts.of(admin.facility()).map(AccountForm::of).orElse(AccountForm.EMPTY), List.of(), model);
    }

    String show(StaffMember admin, AccountForm form, List<Complaint> complaints, Model model) {
        FacilityId hospital = admin.facility();
        Optional<GatewayAccount> account = accounts.of(hospital);
        model.addAttribute("member", admin);
        model.addAttribute("here", "insurance");
        model.addAttribute("form", form);
        model.addAttribute("known", account.isPresent());
        model.addAttribute("fromSettings", !settings.url().isBlank());
        model.addAttribute("hospitalCode", facilities.get(hospital).code());
        model.addAttribute("certificate", certificates.of(hospital).orElse(null));
        model.addAttribute("zone", facilities.get(hospital).zone());
        model.addAttribute("items", items(hospital));
        model.addAttribute("places", places.size(hospital));
        if (!complaints.isEmpty()) {
            model.addAttribute("complaints", complaints);
            model.addAttribute("focus", complaints.get(0).field());
        }
        return "insurance/account";
    }

    private List<ItemLine> items(FacilityId hospital) {
        Map<ClinicId, ChargeableItem> known = items.all(hospital);
        return facilities.listed(hospital).stream()
                .filter(Clinic::examines)
                .map(clinic -> {
                    ChargeableItem item = known.get(clinic.id());
                    return new ItemLine(
                            clinic.id().value(),
                            clinic.name(),
                            item == null ? "" : item.code(),
                            item == null ? "" : item.name());
                })
                .toList();
    }
}
