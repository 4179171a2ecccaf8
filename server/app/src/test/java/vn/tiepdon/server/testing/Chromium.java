package vn.tiepdon.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import vn.tiepdon.server.device.DeviceSessions;

/** The machine's own Chromium, as the screens and rooms of a hospital run it. */
public final class Chromium implements AutoCloseable {

    /**
     * SHA-256 of nothing, in base64. A picture hides the caret of each input and leaves an empty style with it, which
     * htmx carries over to the next one of the same id: no page's doing, and of no effect.
     */
    private static final String EMPTY_STYLE = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private final Browser browser = new Browser();
    private final List<String> complaints = new ArrayList<>();

    /** A television with a screen's cookie. */
    public Page screen(int port, TestHospital.Enrolled device) {
        Page page = watched(browser.window(1920, 1080));
        page.context()
                .addCookies(List.of(
                        new Cookie(DeviceSessions.SCREEN_COOKIE, device.token()).setUrl("http://localhost:" + port)));
        return page;
    }

    /** A computer of the staff, logged in. */
    public Page staff(int port, String login) {
        Page page = watched(browser.window(1366, 768));
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

    public static void assertUsableByAll(Page page) {
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations())
                .as(() -> results.getViolations().stream()
                        .map(it -> it.getId() + ": " + it.getNodes().get(0).getHtml())
                        .toList()
                        .toString())
                .isEmpty();
    }

    private Page watched(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    && !message.text().contains(EMPTY_STYLE)) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @Override
    public void close() {
        browser.close();
    }
}
