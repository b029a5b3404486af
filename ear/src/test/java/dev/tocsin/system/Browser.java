package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Debian's Chromium, driven by Playwright; keeps a screenshot of every page it is shown. */
final class Browser implements AutoCloseable {

  static final int PHONE = 390;
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final URI base;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Browser(URI base) {
    this.base = base;
    assertThat(CHROMIUM).as("Chromium is missing: apt-get install -y chromium").isExecutable();
    // Playwright must not fetch a browser of its own
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(1280, 800));
    context.setDefaultTimeout(20_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Returns a browser that is signed in nowhere and comes from an address of its own. */
  BrowserContext stranger(String address) {
    return browser.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(base.toString())
            .setExtraHTTPHeaders(Map.of("X-Forwarded-For", address)));
  }

  /** Opens a page of this tab and waits until it has settled. */
  Browser open(String path) {
    page.navigate(path);
    page.waitForLoadState();
    return this;
  }

  /** Looks by day or by night from now on, on a screen or on a phone. */
  Browser look(ColorScheme scheme, boolean wide) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(wide ? 1280 : PHONE, wide ? 800 : 844);
    return this;
  }

  /** Fails when the page is wider than its window; only parts of a page may scroll sideways. */
  void expectNothingCutOff() {
    expectNothingCutOff(page);
  }

  static void expectNothingCutOff(Page shown) {
    assertThat((Integer) shown.evaluate("document.documentElement.scrollWidth"))
        .as(shown.url())
        .isLessThanOrEqualTo(shown.viewportSize().width);
  }

  /** Signs in as the first admin. */
  Browser signIn() {
    open("/console/home");
    page.getByLabel("Email").fill("admin@example.org");
    page.locator("input[type=password]").fill(TestSystem.PASSWORD);
    page.locator("[id$=sign-in]").click();
    page.waitForURL("**/console/home*");
    return this;
  }

  /** Keeps a picture of the page as it is, in the build output. */
  Browser screenshot(String name) {
    picture(page, name);
    return this;
  }

  /** Keeps a picture of any page. */
  static void picture(Page shown, String name) {
    shown.screenshot(
        new Page.ScreenshotOptions()
            .setPath(TestSystem.output().resolve("screenshots").resolve(name + ".png"))
            .setFullPage(true));
  }

  /** What the browser complained about so far: script errors and policy violations. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
