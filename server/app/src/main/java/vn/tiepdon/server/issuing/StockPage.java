package vn.tiepdon.server.issuing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.facility.Facility;
import vn.tiepdon.server.fault.Refusal;
import vn.tiepdon.server.staff.StaffMember;

/** How many blanks there are. Whatever holds keys lies under {@code keys}, for administrators. */
@Controller
@RequestMapping("/desk/cards")
class StockPage {

    private static final String TO_PAGE = "redirect:/desk/cards/stock";
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final int NAME = 8;

    private final Blanks blanks;
    private final BlankStock stock;
    private final DeskModel shown;
    private final Facilities facilities;
    private final MessageSource texts;

    StockPage(Blanks blanks, BlankStock stock, DeskModel shown, Facilities facilities, MessageSource texts) {
        this.blanks = blanks;
        this.stock = stock;
        this.shown = shown;
        this.facilities = facilities;
        this.texts = texts;
    }

    /** @param name the beginning of its id, as in the loading list's file name */
    public record Row(String name, String made, Blanks.Delivery delivery) {}

    @GetMapping("/stock")
    String page(@AuthenticationPrincipal StaffMember staff, Model model, Locale locale) {
        Facility facility = facilities.get(staff.facility());
        List<Row> rows = blanks.deliveries(facility.id()).stream()
                .map(it -> new Row(it.id().toString().substring(0, NAME), MADE.format(facility.localAt(it.made())), it))
                .toList();
        model.addAttribute("deliveries", rows);
        model.addAttribute("states", Blank.State.values());
        shown.fill(model, staff, locale);
        return "desk/cards/stock";
    }

    @PostMapping("/keys/blanks")
    String make(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam(defaultValue = "0") int count,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        return told(next, locale, "cards.stock.make.done", () -> stock.make(admin, request.getRemoteAddr(), count)
                .blanks()
                .size());
    }

    /** The list of what is still to be loaded: holds keys. */
    @PostMapping("/keys/blanks/{delivery}")
    ResponseEntity<String> list(
            @AuthenticationPrincipal StaffMember admin, @PathVariable UUID delivery, HttpServletRequest request) {
        return LoadingList.answer(HttpStatus.OK, stock.export(admin, request.getRemoteAddr(), delivery));
    }

    @PostMapping("/stock/{delivery}/arrival")
    String arrived(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID delivery,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        int count = stock.stock(staff, request.getRemoteAddr(), delivery);
        return told(next, locale, "cards.stock.arrived.done", () -> count);
    }

    @PostMapping("/stock/spoiled")
    String spoiled(
            @AuthenticationPrincipal StaffMember staff,
            @RequestParam(defaultValue = "") String serial,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        String typed = serial.strip().toUpperCase(Locale.ROOT);
        return told(next, locale, "cards.stock.spoil.done", () -> {
            stock.spoil(staff, request.getRemoteAddr(), typed);
            return typed;
        });
    }

    private String told(RedirectAttributes next, Locale locale, String key, Supplier<Object> work) {
        try {
            next.addFlashAttribute("done", texts.getMessage(key, new Object[] {work.get()}, locale));
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", DeskModel.reception(refused.code(), locale));
        }
        return TO_PAGE;
    }
}
