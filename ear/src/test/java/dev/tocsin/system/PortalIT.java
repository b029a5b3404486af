package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portal on a phone, in Debian's Chromium. */
class PortalIT {

  private static final TestSystem tocsin = TestSystem.shared();
  private static final Desk desk = new Desk(tocsin);

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser(tocsin.baseUri());
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void aCustomersPersonAsksAnswersAndClosesInThePortalAndSeesNothingElse() {
    String customer = tocsin.customerId(tocsin.newCustomer());
    String email = tocsin.unique("jo") + "@example.org";
    tocsin
        .admin()
        .post(
            "/api/v1/users",
            Map.of(
                "email",
                email,
                "name",
                "Jo Customer",
                "role",
                "customer",
                "customer_id",
                customer,
                "password",
                TestSystem.PASSWORD))
        .expect(201);
    LocatorAssertions.ContainsTextOptions live =
        new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    try (BrowserContext context = browser.stranger("198.19.0.2")) {
      Page jo = context.newPage();
      jo.setViewportSize(Browser.PHONE, 844);
      jo.navigate("/portal/");
      jo.getByLabel("Email").fill(email);
      jo.locator("input[type=password]").fill(TestSystem.PASSWORD);
      jo.locator("[id$=sign-in]").click();
      jo.waitForURL("**/portal/tickets*");
      Browser.picture(jo, "portal-empty");
      jo.locator("#new").click();
      jo.locator("[id$='ticket:subject']").fill("Our printer burns");
      jo.locator("[id$='ticket:body']").fill("Since this morning.");
      jo.locator("input[type=file]")
          .setInputFiles(new FilePayload("photo.txt", "text/plain", new byte[] {'p'}));
      Browser.picture(jo, "portal-new");
      jo.locator("[id$='ticket:create']").click();
      jo.waitForURL("**/portal/ticket?*");
      String number = jo.locator(".crumbs").textContent().replaceAll("(?s).*/\\s*", "").strip();

      assertThat(jo.locator(".talk").first().locator(".files-list a")).hasText("photo.txt");

      Locator answer = jo.locator("[id$='answer:body']");
      answer.fill("The one on the");
      desk.say(number, "public", "Which printer?");
      String note = desk.say(number, "internal", "Always the same people");
      String files = Desk.path(number) + "/attachments";
      byte[] bytes = {'x'};
      tocsin.admin().upload(files + "?comment_id=" + note, "secret.txt", bytes).expect(201);
      tocsin.admin().upload(files, "manual.txt", bytes).expect(201);
      assertThat(jo.locator(".talk").nth(1)).containsText("Which printer?", live);
      assertThat(answer).hasValue("The one on the");
      assertThat(jo.locator("#news")).hasText("A new answer has arrived.");
      assertThat(jo.locator("body")).not().containsText("same people");
      assertThat(jo.locator("body")).not().containsText("secret.txt");
      Locator manual = jo.locator(".files-list a").getByText("manual.txt");
      assertThat(manual).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
      String file = manual.locator("xpath=ancestor-or-self::a").getAttribute("href");
      assertThat(context.request().get(file).text()).isEqualTo("x");
      answer.fill("The one on the left.");
      jo.locator("input[type=file]")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("left.txt", "text/plain", bytes),
                new FilePayload("virus.exe", "text/plain", bytes)
              });
      jo.locator("[id$='answer:send']").click();
      assertThat(jo.locator(".talk").nth(2)).containsText("The one on the left.");
      assertThat(jo.locator(".talk").nth(2).locator(".files-list a")).hasText("left.txt");
      assertThat(jo.locator("li[data-state=refused]")).containsText("programs cannot be attached");
      assertThat(answer).hasValue("");
      Browser.expectNothingCutOff(jo);
      Browser.picture(jo, "portal-ticket");
      jo.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Browser.picture(jo, "portal-ticket-dark");

      jo.navigate("/portal/ticket?id=" + desk.newTicket("Not theirs", tocsin.unique("foreign")));
      String foreign = jo.locator("main").textContent();
      jo.navigate("/portal/ticket?id=TKT-999999");
      assertThat(jo.locator("main")).hasText(foreign);
      assertThat(jo.locator("h1")).hasText("Nothing here");
      assertThat(jo.navigate("/console/tickets/list").status()).isEqualTo(403);
      jo.navigate("/console/home");
      jo.waitForURL("**/portal/tickets*");
      Browser.picture(jo, "portal-list");

      jo.navigate("/portal/ticket?id=" + number);
      jo.locator("[id$='state:close']").click();
      jo.locator("[id$='confirm-yes']").click();
      jo.waitForURL("**/portal/tickets*");
      assertThat(tocsin.admin().get("/api/v1/tickets/" + number).at("/status")).isEqualTo("closed");
    }
    browser.signIn();
    assertThat(browser.context().request().get("/portal/tickets").status()).isEqualTo(403);
  }
}
