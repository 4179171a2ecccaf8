package vn.tiepdon.simulator.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import vn.tiepdon.api.desk.PatientEntry;
import vn.tiepdon.api.kiosk.Ticket;
import vn.tiepdon.simulator.rig.Hospital;

/** Real browsers: the call screen in the corridor, the panel in the room, and a patient's file at the desk. */
final class Corridor implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Hospital hospital;
    private final Path folder;
    private final Playwright playwright;
    private final Browser browser;

    private Corridor(Hospital hospital, Path folder) {
        this.hospital = hospital;
        this.folder = folder;
        this.playwright = Playwright.create();
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--autoplay-policy=no-user-gesture-required")));
    }

    static Corridor open(Hospital hospital, Path folder) {
        return new Corridor(hospital, folder);
    }

    /**
     * Turns a browser into the corridor's call screen, calls from the room's panel, and waits until the screen shows the
     * number. Pictures of both lie in the folder afterwards.
     *
     * @param ticket the next one of its clinic
     */
    void call(Ticket ticket) throws InterruptedException {
        Page screen = screen(hospital.newScreen("Màn hình hành lang", List.of(ticket.clinicCode())));
        Page room = signedIn("phongkham", 1366, 768);
        room.navigate(hospital.address() + "/room/" + ticket.room());
        picture(room, "room-waiting");
        room.click("#act-next");
        screen.waitForSelector(".call .number:text-is('%s')".formatted(ticket.label()));
        room.waitForSelector(".now .number:text-is('%s')".formatted(ticket.label()));
        picture(room, "room-called");
        picture(screen, "screen-called");
        room.click("#act-enter");
        screen.waitForSelector(".call .inside");
        picture(screen, "screen-in-room");
        room.click("#act-done");
        room.waitForSelector(".choices [data-key='0']");
        picture(room, "room-diagnosis");
        room.fill("#code", "I10");
        room.press("#code", "Enter");
        screen.waitForSelector(".nobody");
    }

    /** Somebody at the desk writes another blood group into the patient's emergency data: news for the patient's card. */
    void changeEmergencyData(PatientEntry patient) {
        Page desk = signedIn("letan", 1366, 768);
        desk.navigate(hospital.address() + "/desk/patients/" + patient.hospitalCode());
        String before = desk.inputValue("#bloodGroup");
        desk.selectOption("#bloodGroup", before.equals("AB-") ? "O+" : "AB-");
        desk.click("#save-emergency");
        desk.waitForSelector("#emergency [role=status]");
    }

    /** An administrator says where telephones reach the server: from now on tickets bear its address. */
    void openForTelephones() {
        Page admin = signedIn("quantri", 1366, 768);
        admin.navigate(hospital.address() + "/admin/hospital");
        admin.fill("#address", hospital.address().toString());
        admin.click("main button[type=submit]");
        admin.waitForSelector("main [role=status]");
        picture(admin, "admin-hospital");
        admin.context().close();
    }

    /** A patient's own, to whom nobody gave a login. */
    Page telephone(URI address) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setLocale("vi-VN"))
                .newPage();
        page.navigate(address.toString());
        return page;
    }

    /** As an administrator does it at the television, once. */
    Page screen(String deviceId) {
        Page page = signedIn("quantri", 1920, 1080);
        page.navigate(hospital.address() + "/devices");
        picture(page, "devices");
        page.click("#here-" + deviceId);
        page.waitForURL("**/screen/" + deviceId);
        page.waitForSelector("#board");
        picture(page, "screen-empty");
        return page;
    }

    /** A browser of its own, in which somebody has signed in. */
    Page signedIn(String login, int width, int height) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("vi-VN"))
                .newPage();
        page.navigate(hospital.address() + "/login");
        page.fill("#login", login);
        page.fill("#password", hospital.password());
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
