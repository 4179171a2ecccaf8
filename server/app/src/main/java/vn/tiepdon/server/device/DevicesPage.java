package vn.tiepdon.server.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tiepdon.api.device.DeviceInvitation;
import vn.tiepdon.api.device.DeviceKind;
import vn.tiepdon.api.device.NewDevice;
import vn.tiepdon.server.facility.Facilities;
import vn.tiepdon.server.staff.StaffMember;

/** Where the one who keeps it running sees what is broken, and lets devices in and out. */
@Controller
@RequestMapping("/devices")
class DevicesPage {

    /** Browsers keep no cookie longer. */
    private static final Duration SCREEN_STAYS = Duration.ofDays(400);

    private static final String TO_PAGE = "redirect:/devices";

    private static final DateTimeFormatter EXPIRES = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final DeviceList list;
    private final Enrolments enrolments;
    private final NewDevices newDevices;
    private final Facilities facilities;

    DevicesPage(DeviceList list, Enrolments enrolments, NewDevices newDevices, Facilities facilities) {
        this.list = list;
        this.enrolments = enrolments;
        this.newDevices = newDevices;
        this.facilities = facilities;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffMember admin, Model model) {
        return page(admin, model, new NewDevice(DeviceKind.KIOSK, "", List.of()));
    }

    /** The list alone, for the page to renew itself. */
    @GetMapping("/list")
    String list(@AuthenticationPrincipal StaffMember admin, Model model) {
        fillList(admin, model);
        return "device/list :: list";
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal StaffMember admin,
            @RequestParam DeviceKind kind,
            @RequestParam String name,
            @RequestParam(required = false) List<String> clinics,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        List<String> shown = kind != DeviceKind.SCREEN || clinics == null ? List.of() : clinics;
        NewDevice wish = new NewDevice(kind, name, shown);
        try {
            NewDevice device = newDevices.checked(admin.facility(), wish);
            return showCode(admin, next, enrolments.invite(admin, request.getRemoteAddr(), device));
        } catch (NewDeviceInvalidException invalid) {
            model.addAttribute("invalid", true);
            return page(admin, model, wish);
        }
    }

    @PostMapping("/{id}/invitation")
    String inviteAgain(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            HttpServletRequest request,
            RedirectAttributes next) {
        return showCode(admin, next, enrolments.inviteAgain(admin, request.getRemoteAddr(), new DeviceId(id)));
    }

    @PostMapping("/{id}/revocation")
    String revoke(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            HttpServletRequest request,
            RedirectAttributes next) {
        enrolments.revoke(admin, request.getRemoteAddr(), new DeviceId(id));
        next.addFlashAttribute("revokedName", nameOf(admin, id));
        return TO_PAGE;
    }

    /** What it is called; of a screen also for whom it calls, and how. */
    @GetMapping("/{id}/settings")
    String settings(@AuthenticationPrincipal StaffMember admin, @PathVariable String id, Model model) {
        DeviceRow row = row(admin, id);
        return settings(admin, row, new DeviceWish(row.name(), row.clinics(), row.look()), model);
    }

    @PostMapping("/{id}/settings")
    String change(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) List<String> clinics,
            @RequestParam(defaultValue = "false") boolean names,
            @RequestParam(defaultValue = "false") boolean dark,
            @RequestParam(defaultValue = "false") boolean spoken,
            HttpServletRequest request,
            Model model) {
        DeviceRow row = row(admin, id);
        List<String> shown = !row.screen() || clinics == null ? List.of() : clinics;
        ScreenLook look = row.screen() ? new ScreenLook(names, dark, spoken) : row.look();
        try {
            NewDevice wish = newDevices.checked(admin.facility(), new NewDevice(row.kind(), name, shown));
            enrolments.change(admin, request.getRemoteAddr(), new DeviceId(id), wish, look);
            return TO_PAGE;
        } catch (NewDeviceInvalidException invalid) {
            model.addAttribute("invalid", true);
            return settings(admin, row, new DeviceWish(name, shown, look), model);
        }
    }

    private String settings(StaffMember admin, DeviceRow row, DeviceWish wish, Model model) {
        model.addAttribute("member", admin);
        model.addAttribute("row", row);
        model.addAttribute("wish", wish);
        model.addAttribute("clinics", facilities.listed(admin.facility()));
        return "device/settings";
    }

    /** This browser becomes the screen; the administrator leaves it. */
    @PostMapping("/{id}/here")
    String here(
            @AuthenticationPrincipal StaffMember admin,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = enrolments.becomeScreen(admin, request.getRemoteAddr(), new DeviceId(id));
        new SecurityContextLogoutHandler()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        ResponseCookie cookie = ResponseCookie.from(DeviceSessions.SCREEN_COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/")
                .maxAge(SCREEN_STAYS)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:/screen/" + id;
    }

    private String page(StaffMember admin, Model model, NewDevice wish) {
        fillList(admin, model);
        model.addAttribute("member", admin);
        model.addAttribute("kinds", DeviceKind.values());
        model.addAttribute("clinics", facilities.listed(admin.facility()));
        model.addAttribute("wishedKind", wish.kind().name());
        model.addAttribute("wishedName", wish.name());
        model.addAttribute("wishedClinics", wish.clinics());
        return "device/devices";
    }

    private void fillList(StaffMember admin, Model model) {
        List<DeviceRow> rows = list.of(admin.facility());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "attention",
                rows.stream().filter(row -> row.status().needsAttention()).count());
    }

    /** Shown once: the code stays nowhere but on the next page. */
    private String showCode(StaffMember admin, RedirectAttributes next, DeviceInvitation invitation) {
        next.addFlashAttribute("invitation", invitation);
        next.addFlashAttribute("invitedName", nameOf(admin, invitation.deviceId()));
        next.addFlashAttribute(
                "codeExpires", EXPIRES.format(facilities.get(admin.facility()).localAt(invitation.expires())));
        return TO_PAGE;
    }

    private DeviceRow row(StaffMember admin, String id) {
        return list.of(admin.facility()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DeviceUnknownException(new DeviceId(id)));
    }

    private String nameOf(StaffMember admin, String id) {
        return list.of(admin.facility()).stream()
                .filter(row -> row.id().equals(id))
                .map(DeviceRow::name)
                .findFirst()
                .orElse("");
    }
}
