package vn.tiepdon.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.tiepdon.server.device.DeviceSessions;

/**
 * The machine's own Chromium, as the screens and rooms of a hospital run it. As an extension of a test class it closes its
 * windows after each test.
 */
public final class Chromium implements AfterEachCallback, AutoCloseable {

    private static final String AXE = AxeBuilder.getAxeScript();
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {resultTypes: ['violations'],
                rules: {'color-contrast-enhanced': {enabled: true}}}))
                .violations.map((one) => `${one.id}: ${one.nodes[0].html}`)""";

    private static final String CONTRASTS = """
            async () => (await axe.run(document, {resultTypes: ['violations'],
                runOnly: ['color-contrast', 'color-contrast-enhanced']}))
                .violations.map((one) => `${one.id}: ${one.nodes[0].html}`)""";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

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

    /** A computer of the staff, logged in, that shows nothing yet. The login page itself is not drawn for it. */
    public Page staff(int port, String login) {
        Page page = watched(browser.window(1366, 768));
        String url = "http://localhost:" + port + "/login";
        APIRequestContext requests = page.context().request();
        Matcher token = TOKEN.matcher(requests.get(url).text());
        assertThat(token.find()).isTrue();
        FormData form = FormData.create()
                .set("login", login)
                .set("password", TestData.FIRST_PASSWORD)
                .set("_csrf", token.group(1));
        APIResponse answer =
                requests.post(url, RequestOptions.create().setForm(form).setMaxRedirects(0));
        assertThat(answer.headers().get("location")).isNotNull().doesNotContain("/login");
        return page;
    }

    /** What the browser itself complained of: scripts that failed, files that were refused by the page's own policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /**
     * All rules of axe, and text with a contrast of 7:1; within the page itself: its own driver opens a page more for each
     * look, and tells of what is well.
     */
    public static void assertUsableByAll(Page page) {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(VIOLATIONS)).as(page.url()).isEmpty();
    }

    /** The same in both themes, without movement: what is half faded in on a busy machine has no contrast yet. */
    public static void assertUsableByAllInBothThemes(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertUsableByAll(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat((List<?>) page.evaluate(CONTRASTS)).as(page.url() + " dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
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
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        browser.close();
        complaints.clear();
    }
}
