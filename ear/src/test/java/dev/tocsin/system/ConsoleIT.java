package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in Debian's Chromium: every page is opened, pictured and free of complaints. */
class ConsoleIT {

  private static final TestSystem tocsin = TestSystem.shared();

  private static Browser browser;
  private static String incident;
  private static String ticket;
  private static String schedule;
  private static String policy;
  private static String team;
  private static String mailbox;
  private static String mail;
  private static String calendar;
  private static String slaPolicy;

  @BeforeAll
  static void signInAndMakeSomethingToSee() {
    String alice = tocsin.newUser("anna", "agent");
    String bob = tocsin.newUser("ben", "agent");
    schedule = tocsin.newSchedule(alice);
    policy = tocsin.newPolicy(schedule, bob, 600);
    incident =
        tocsin
            .admin()
            .post(
                "/api/v1/incidents",
                Map.of(
                    "title", tocsin.unique("Checkout is slow"),
                    "severity", "high",
                    "description", "p99 above 4 s"))
            .expect(201)
            .at("/number");
    Desk desk = new Desk(tocsin);
    ticket = desk.busyTicket();
    String handle = tocsin.unique("payments");
    team =
        tocsin
            .admin()
            .post("/api/v1/teams", Map.of("handle", handle, "name", "Payments"))
            .expect(201)
            .at("/id");
    String box = tocsin.unique("desk");
    mailbox = tocsin.newMailbox(box, Map.of());
    mail = heldMail(box, mailbox);
    calendar = desk.newCalendar();
    slaPolicy =
        desk.newSlaPolicy(
            tocsin.unique("gold"),
            Map.of("metric", "resolution", "target", "PT8H", "calendar_id", calendar));
    browser = new Browser(tocsin.baseUri());
    signIn();
  }

  /** A stranger's message, held. */
  private static String heldMail(String desk, String box) {
    String address = desk + "@example.org";
    GreenMailUser inbox = tocsin.mail().setUser(address, desk, "secret");
    inbox.deliver(
        GreenMailUtil.createTextEmail(
            address,
            "stranger@example.net",
            "Can you help?",
            "I am new here.",
            tocsin.mail().getImap().getServerSetup()));
    tocsin.admin().patch("/api/v1/mailboxes/" + box, Map.of("name", desk)).expect(200);
    String held = "/api/v1/inbound-mails?state=held&mailbox_id=" + box;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tocsin.admin().get(held).json().at("/data").size() == 1);
    return tocsin.admin().get(held).at("/data/0/id");
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static void signIn() {
    browser.open("/console/home");
    assertThat(browser.page().url()).contains("/console/login");
    browser.screenshot("login").signIn();
  }

  static Stream<String> pages() {
    return Stream.of(
        "home",
        "tickets/list",
        "tickets/new",
        "tickets/detail?id={ticket}",
        "mail/list",
        "mail/detail?id={mail}",
        "mailboxes/edit?id={mailbox}",
        "mailboxes/list",
        "mailboxes/edit",
        "mail-templates/list",
        "mail-templates/edit?event=received&language=de",
        "ticket-views/list",
        "ticket-views/edit",
        "ticket-macros/list",
        "ticket-macros/edit",
        "ticket-rules/list",
        "ticket-rules/edit",
        "ticket-rules/test",
        "ticket-fields/list",
        "ticket-fields/edit",
        "incidents/list",
        "incidents/declare",
        "incidents/detail?id={incident}",
        "schedules/list",
        "schedules/detail?id={schedule}",
        "schedules/layers?id={schedule}",
        "schedules/cover?id={schedule}",
        "schedules/report?id={schedule}",
        "schedules/layer?schedule={schedule}",
        "schedules/edit?id={schedule}",
        "shifts/list",
        "shifts/swap?schedule={schedule}",
        "sla/report",
        "sla/report?by=week",
        "sla/calendars",
        "sla/calendar",
        "sla/calendar?id={calendar}",
        "sla/policies",
        "sla/policy",
        "sla/policy?id={sla}",
        "escalation/list",
        "escalation/detail?id={policy}",
        "escalation/edit?id={policy}",
        "deliveries/list",
        "webhooks/list",
        "webhooks/edit",
        "users/list",
        "users/edit",
        "teams/list",
        "teams/edit",
        "teams/edit?id={team}",
        "customers/list",
        "customers/edit",
        "tokens/list",
        "tokens/new",
        "settings",
        "audit",
        "about",
        "profile");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageOpensWithoutAComplaint(String path) {
    String filled =
        path.replace("{ticket}", ticket)
            .replace("{incident}", incident)
            .replace("{schedule}", schedule)
            .replace("{policy}", policy)
            .replace("{team}", team)
            .replace("{mail}", mail)
            .replace("{mailbox}", mailbox)
            .replace("{calendar}", calendar)
            .replace("{sla}", slaPolicy);
    String name = path.replaceAll("\\?.*", "").replace('/', '-');
    int before = browser.complaints().size();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      browser.look(scheme, scheme == ColorScheme.LIGHT);
      browser.open("/console/" + filled);
      assertThat(browser.page().locator("h1")).isVisible();
      assertThat(browser.page().locator("body")).not().containsText("???");
      browser.screenshot(name + (scheme == ColorScheme.LIGHT ? "-light" : "-phone-dark"));
      browser.expectNothingCutOff();
    }
    browser.look(ColorScheme.LIGHT, true);
    assertThat(browser.page().url()).contains("/console/" + path.replaceAll("\\?.*", ""));
    assertThat(browser.complaints().subList(before, browser.complaints().size())).isEmpty();
  }

  @Test
  void anIncidentIsAcknowledgedAndResolvedInTheBrowser() {
    String number =
        tocsin
            .admin()
            .post(
                "/api/v1/incidents",
                Map.of("title", tocsin.unique("By hand"), "severity", "medium"))
            .expect(201)
            .at("/number");
    browser.open("/console/incidents/detail?id=" + number);
    browser.page().locator("[id$='state:acknowledge']").click();
    assertThat(browser.page().locator("[id$='state:acknowledge']")).hasCount(0);
    browser.page().locator("[id$='state:resolve']").click();
    assertThat(browser.page().locator("[id$='state:resolve']")).hasCount(0);
    assertThat(tocsin.admin().get("/api/v1/incidents/" + number).at("/status"))
        .isEqualTo("resolved");
  }

  @Test
  void whoTriesTooOftenIsToldOnThePageHowLongToWait() {
    String address = "198.19.0.1";
    try (BrowserContext context = browser.stranger(address)) {
      Page stranger = context.newPage();
      stranger.navigate("/console/login");
      stranger.getByLabel("Email").fill("stranger@example.org");
      stranger.locator("input[type=password]").fill("wrong");
      Api tries = Api.anonymous(tocsin.baseUri()).with("X-Forwarded-For", address);
      while (isLetThrough(tries)) {
        // until none is left
      }
      while (!isLetThrough(tries)) {
        // until the next is there and taken: now it is a second until another
      }
      stranger.locator("[id$=sign-in]").click();
      assertThat(stranger.locator("[id$=messages]")).containsText("Too many attempts");
      assertThat(stranger.getByLabel("Email")).hasValue("stranger@example.org");
    }
  }

  private static boolean isLetThrough(Api tries) {
    return tries.post("/api/v1/auth/login", Map.of()).status() != 429;
  }

  @Test
  void aHeldMailIsLetInForACustomer() {
    String desk = tocsin.unique("desk");
    String held = heldMail(desk, tocsin.newMailbox(desk, Map.of()));
    String customer = tocsin.newCustomer();
    browser.open("/console/mail/detail?id=" + held);
    browser
        .page()
        .locator("[id$='decision:customer_id']")
        .selectOption(new SelectOption().setLabel(customer));
    browser.page().locator("[id$='decision:release']").click();
    assertThat(browser.page().locator("[id$=messages]")).containsText("It is in.");
    assertThat(browser.page().locator("[id$='decision:release']")).hasCount(0);
    assertThat(tocsin.admin().get("/api/v1/inbound-mails/" + held).at("/mail/state"))
        .isEqualTo("accepted");
  }

  @Test
  void aTeamTakesSomebodyIn() {
    String carla = tocsin.newUser("carla", "agent");
    browser.open("/console/teams/edit?id=" + team);
    browser
        .page()
        .locator("[id$='members:user_id']")
        .selectOption(new SelectOption().setLabel(carla));
    browser.page().locator("[id$='members:add']").click();
    assertThat(browser.page().locator("[id$=members] li")).containsText(carla);
    assertThat(tocsin.admin().get("/api/v1/teams/" + team).json().at("/member_ids")).hasSize(1);
  }

  @Test
  void thePersonSignedInChoosesHowToBeReached() {
    String address = tocsin.unique("night") + "@example.org";
    browser.open("/console/profile");
    browser.page().locator("[id$='new-contact:address']").fill(address);
    browser.page().locator("[id$='new-contact:add']").click();
    assertThat(browser.page().locator("[id$=contacts] li")).containsText(address);
    browser.page().locator("[id$='contacts'] button").click();
    assertThat(browser.page().locator("[id$=contacts] li")).containsText("admin@example.org");
  }

  @Test
  void anIncidentForWhichNobodyWasPagedIsOnTheHomePage() {
    String title = tocsin.unique("Nobody knows");
    tocsin.admin().post("/api/v1/incidents", Map.of("title", title, "severity", "low")).expect(201);
    browser.open("/console/home");
    assertThat(browser.page().locator("section[aria-labelledby=unpaged]")).containsText(title);
    browser.screenshot("home-unpaged");
  }

  @Test
  void aListThatIsOpenShowsWhatHappensElsewhere() {
    browser.open("/console/incidents/list");
    String title = tocsin.unique("Seen without reload");
    tocsin.admin().post("/api/v1/incidents", Map.of("title", title, "severity", "low")).expect(201);
    assertThat(browser.page().getByText(title).first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
  }
}
