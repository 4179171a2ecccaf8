package vn.tiepdon.server.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Windows of the machine's Chromium, without its calls home. One Chromium serves all tests of a JVM, one after the other;
 * it goes when the JVM does, because its driver's input ends then.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("tiepdon.chromium", "/usr/bin/chromium"));

    private final List<BrowserContext> open = new ArrayList<>();

    /** A window of its own, with nothing remembered. Skips the test where there is no Chromium. */
    public Page window(int width, int height) {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM);
        BrowserContext context = Running.BROWSER.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
        open.add(context);
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Keeps what the window shows under {@code target/screens/}. */
    public static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** Closes its windows: a page that nobody looks at any more still draws and listens. */
    @Override
    public void close() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    private static final class Running {

        static final com.microsoft.playwright.Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--autoplay-policy=no-user-gesture-required")));
    }
}
