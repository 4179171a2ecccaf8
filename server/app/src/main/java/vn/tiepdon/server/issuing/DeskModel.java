package vn.tiepdon.server.issuing;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.tiepdon.api.fault.FaultCatalogue;
import vn.tiepdon.api.fault.FaultCode;
import vn.tiepdon.server.settings.TiepDonSettings;
import vn.tiepdon.server.staff.Role;
import vn.tiepdon.server.staff.StaffMember;

/** What every page of the card desk shows. */
@Component
class DeskModel {

    private final Blanks blanks;
    private final TiepDonSettings.Desk settings;

    DeskModel(Blanks blanks, TiepDonSettings settings) {
        this.blanks = blanks;
        this.settings = settings.desk();
    }

    /** @param low whether too few are left */
    public record Stock(Map<Blank.State, Integer> counts, int inStock, boolean low) {}

    void fill(Model model, StaffMember staff, Locale locale) {
        Map<Blank.State, Integer> counts = blanks.counts(staff.facility());
        int inStock = counts.get(Blank.State.IN_STOCK);
        model.addAttribute("member", staff);
        model.addAttribute("admin", staff.roles().contains(Role.ADMIN));
        model.addAttribute("stock", new Stock(counts, inStock, inStock <= settings.lowStock()));
        model.addAttribute("bridgePort", settings.bridgePort());
        model.addAttribute("bridgeMissing", reception(FaultCode.BRIDGE_UNREACHABLE, locale));
    }

    /** What reception is told about a fault. */
    static String reception(FaultCode code, Locale locale) {
        return FaultCatalogue.shipped().of(code).reception().in(locale);
    }
}
