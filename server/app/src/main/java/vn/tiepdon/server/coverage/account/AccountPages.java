package vn.tiepdon.server.coverage.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.audit.AuditEntry;
import vn.tiepdon.server.audit.AuditTrail;
import vn.tiepdon.server.coverage.CoverageSettings;
import vn.tiepdon.server.coverage.gateway.AccountChange;
import vn.tiepdon.server.coverage.gateway.AccountTrial;
import vn.tiepdon.server.coverage.gateway.AccountTrials;
import vn.tiepdon.server.coverage.gateway.GatewayAccount;
import vn.tiepdon.server.coverage.gateway.GatewayAccounts;
import vn.tiepdon.server.coverage.gateway.Results;
import vn.tiepdon.server.staff.StaffMember;

/** The hospital's account with the gateway: written, tried, and never shown whole. */
@Controller
@RequestMapping("/admin/insurance")
class AccountPages {

    private static final String HERE = "redirect:/admin/insurance";

    private final AccountPage page;
    private final GatewayAccounts accounts;
    private final AccountTrials trials;
    private final AuditTrail audit;
    private final CoverageSettings settings;

    AccountPages(
            AccountPage page,
            GatewayAccounts accounts,
            AccountTrials trials,
            AuditTrail audit,
            CoverageSettings settings) {
        this.page = page;
        this.accounts = accounts;
        this.trials = trials;
        this.audit = audit;
        this.settings = settings;
    }

    @GetMapping
    String show(@AuthenticationPrincipal StaffMember admin, Model model) {
        return page.show(admin, model);
    }

    @PostMapping
    String save(
            @AuthenticationPrincipal StaffMember admin,
            AccountForm form,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        AccountReader reader = new AccountReader(accounts.of(admin.facility()).isEmpty());
        Optional<AccountChange> change = reader.read(form);
        if (change.isEmpty()) {
            return page.show(admin, form, reader.complaints(), model);
        }
        accounts.change(admin.facility(), change.get(), admin.login());
        String secrets = change.get().password().isPresent()
                        || change.get().staffNumber().isPresent()
                ? ", secrets changed"
                : "";
        note(admin, request, "insurance.account", change.get().user() + secrets, "ok");
        Said.done(next, "saved");
        return HERE;
    }

    /** Takes a token with the account as it is kept. */
    @PostMapping("/trial")
    String tryOut(
            @AuthenticationPrincipal StaffMember admin,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        Optional<GatewayAccount> account = accounts.of(admin.facility());
        if (account.isEmpty()) {
            Said.mind(next, "trial.none");
            return HERE;
        }
        AccountTrial trial = trials.run(account.get(), settings.patience(), admin.login());
        note(admin, request, "insurance.trial", account.get().user(), trial.result());
        if (trial.taken()) {
            Said.done(next, "trial.taken", trial.millis());
        } else {
            Said.mind(
                    next,
                    "trial.refused",
                    Results.of(trial.result()).technician().in(locale));
        }
        return HERE;
    }

    private void note(StaffMember admin, HttpServletRequest request, String action, String object, String result) {
        audit.append(new AuditEntry(admin.facility(), admin.login(), request.getRemoteAddr(), action, object, result));
    }
}
