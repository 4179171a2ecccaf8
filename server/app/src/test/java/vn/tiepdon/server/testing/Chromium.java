package vn.tiepdon.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tiepdon.server.device.DeviceSessions;

/** The machine's own Chromium, as the screens and rooms of a hospital run it. Pictures go to {@code target/screens}. */
public final class Chromium implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screens");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--autoplay-policy=no-user-gesture-required")));
    private final List<String> complaints = new ArrayList<>();

    /** A television with a screen's cookie. */
    public Page screen(int port, TestHospital.Enrolled device) {
        BrowserContext context = context(1920, 1080);
        context.addCookies(
                List.of(new Cookie(DeviceSessions.SCREEN_COOKIE, device.token()).setUrl("http://localhost:" + port)));
        return watched(context.newPage());
    }

    /** A computer of the staff, logged in. */
    public Page staff(int port, String login) {
        Page page = watched(context(1366, 768).newPage());
        page.navigate("http://localhost:" + port + "/login");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(TestData.FIRST_PASSWORD);
        page.locator("main button[type=submit], form button[type=submit]")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** What the browser itself complained of: scripts that failed, files that were refused by the page's own policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    public static void assertUsableByAll(Page page) {
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations())
                .as(() -> results.getViolations().stream()
                        .map(it -> it.getId() + ": " + it.getNodes().get(0).getHtml())
                        .toList()
                        .toString())
                .isEmpty();
    }

    private BrowserContext context(int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("vi-VN"));
        context.setDefaultTimeout(10_000);
        return context;
    }

    private Page watched(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
