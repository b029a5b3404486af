package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
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
    ticket =
        tocsin
            .admin()
            .post(
                "/api/v1/tickets",
                Map.of(
                    "customer_id", tocsin.customerId(tocsin.newCustomer()),
                    "subject", "Checkout is slow for us",
                    "body", "Since this morning.",
                    "priority", "P1"))
            .expect(201)
            .at("/number");
    String handle = tocsin.unique("payments");
    team =
        tocsin
            .admin()
            .post("/api/v1/teams", Map.of("handle", handle, "name", "Payments"))
            .expect(201)
            .at("/id");
    String desk = tocsin.unique("desk");
    mailbox = tocsin.newMailbox(desk, Map.of());
    mail = heldMail(desk, mailbox);
    calendar =
        tocsin
            .admin()
            .post(
                "/api/v1/sla/calendars",
                Map.of(
                    "name", tocsin.unique("Office"),
                    "time_zone", "Europe/Berlin",
                    "weekly",
                        Map.of(
                            "mon", List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00")),
                            "fri", List.of(List.of("22:00", "06:00"))),
                    "holidays", List.of(Map.of("date", "2026-12-25", "name", "Christmas"))))
            .expect(201)
            .at("/id");
    slaPolicy =
        tocsin
            .admin()
            .post(
                "/api/v1/sla/policies",
                Map.of(
                    "name", tocsin.unique("Gold"),
                    "conditions", Map.of("tag", List.of(tocsin.unique("gold"))),
                    "targets",
                        List.of(
                            Map.of(
                                "metric", "resolution",
                                "target", "PT8H",
                                "calendar_id", calendar))))
            .expect(201)
            .at("/id");
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
      browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      browser.open("/console/" + filled);
      assertThat(browser.page().locator("h1")).isVisible();
      assertThat(browser.page().locator("body")).not().containsText("???");
      browser.screenshot(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }
    assertThat(browser.page().url()).contains("/console/" + path.replaceAll("\\?.*", ""));
    assertThat(browser.complaints().subList(before, browser.complaints().size())).isEmpty();
  }

  @Test
  void rulesAreMadeTriedAndMovedByKeys() {
    String first = rule("First");
    String second = rule("Second");
    browser.open("/console/ticket-rules/list");
    browser
        .page()
        .locator("tr", new Page.LocatorOptions().setHasText(second))
        .locator(".handle")
        .focus();
    browser.page().keyboard().press("ArrowUp");
    assertThat(browser.page().locator("[id$=messages]")).containsText("asked in this order");
    assertThat(browser.page().locator(".handle:focus"))
        .hasAttribute("aria-label", "Move with ↑ and ↓, or drag: " + second);
    List<String> names =
        tocsin.admin().get("/api/v1/ticket-routing-rules").json().findValuesAsText("name");
    assertThat(names.indexOf(second)).isEqualTo(names.indexOf(first) - 1);

    browser.open("/console/ticket-rules/test");
    browser.page().locator("[id$=subject]").fill(first);
    browser.page().locator("[id$=run]").click();
    assertThat(browser.page().locator("#outcome")).containsText(first);
    assertThat(browser.page().locator(".checks").last()).containsText("stands in subject or body");
    browser.screenshot("ticket-rules-tried");
  }

  /** Makes a rule, on its page, for the tickets that have its name in their subject. */
  private static String rule(String stem) {
    String name = tocsin.unique(stem);
    browser.open("/console/ticket-rules/edit");
    browser.page().locator("[id$='rule:name']").fill(name);
    browser.page().locator("[id$='rule:words']").fill(name);
    browser.page().locator("[id$='rule:tags']").fill("ruled");
    browser.page().locator("[id$='rule:save']").click();
    assertThat(browser.page().locator("[id$=messages]")).containsText(name);
    return name;
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
    try (BrowserContext context = browser.stranger("198.19.0.2")) {
      Page jo = context.newPage();
      jo.setViewportSize(390, 844);
      jo.navigate("/portal/");
      jo.getByLabel("Email").fill(email);
      jo.locator("input[type=password]").fill(TestSystem.PASSWORD);
      jo.locator("[id$=sign-in]").click();
      jo.waitForURL("**/portal/tickets*");
      Browser.picture(jo, "portal-empty");
      jo.locator("#new").click();
      jo.locator("[id$='ticket:subject']").fill("Our printer burns");
      jo.locator("[id$='ticket:body']").fill("Since this morning.");
      Browser.picture(jo, "portal-new");
      jo.locator("[id$='ticket:create']").click();
      jo.waitForURL("**/portal/ticket?*");
      String number = jo.locator(".crumbs").textContent().replaceAll("(?s).*/\\s*", "").strip();

      String comments = "/api/v1/tickets/" + number + "/comments";
      say(comments, "Which printer?", "public");
      say(comments, "Always the same people", "internal");
      tocsin
          .admin()
          .upload("/api/v1/tickets/" + number + "/attachments", "manual.txt", new byte[] {'x'})
          .expect(201);
      jo.reload();
      assertThat(jo.locator(".talk").nth(1)).containsText("Which printer?");
      assertThat(jo.locator("body")).not().containsText("same people");
      assertThat(jo.locator("#files a")).hasText("manual.txt");
      String file = jo.locator("#files a").getAttribute("href");
      assertThat(context.request().get(file).text()).isEqualTo("x");
      jo.locator("[id$='answer:body']").fill("The one on the left.");
      jo.locator("[id$='answer:send']").click();
      assertThat(jo.locator(".talk").nth(2)).containsText("The one on the left.");
      Browser.picture(jo, "portal-ticket");
      jo.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Browser.picture(jo, "portal-ticket-dark");

      jo.navigate("/portal/ticket?id=" + ticket);
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
    assertThat(browser.context().request().get("/portal/tickets").status()).isEqualTo(403);
  }

  private static void say(String comments, String body, String visibility) {
    tocsin.admin().post(comments, Map.of("body", body, "visibility", visibility)).expect(201);
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
  void aCalendarIsTypedDrawnAndGivenTheHolidaysOfAFile() {
    browser.open("/console/sla/calendar?id=" + calendar);
    Page page = browser.page();
    Locator tuesday = page.locator("[id='calendar:tue']");
    tuesday.fill("10-14, 13-15");
    tuesday.press("Tab");
    assertThat(page.locator("[id='calendar:tue-fault']")).containsText("overlaps");
    assertThat(page.locator("[id='calendar:tue-drawn'] li")).hasCount(2);
    tuesday.fill("10-14, 20-24");
    tuesday.press("Tab");
    assertThat(page.locator("[id='calendar:tue-fault']")).isEmpty();
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "holidays.ics",
                "text/calendar",
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270101
                SUMMARY:New Year
                END:VEVENT
                END:VCALENDAR
                """
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("[id='calendar:holidays']"))
        .hasValue("2026-12-25 Christmas\n2027-01-01 New Year");
    browser.screenshot("sla-calendar-typed");
    page.locator("[id='calendar:save']").click();
    page.waitForURL("**/console/sla/calendars?work=*");
    assertThat(page.locator("#works .work[data-state=done]")).hasCount(1);
    assertThat(tocsin.admin().get("/api/v1/sla/calendars/" + calendar).expect(200).text())
        .contains("\"tue\":[[\"10:00\",\"14:00\"],[\"20:00\",\"24:00\"]]", "2027-01-01");
  }

  @Test
  void aPolicySaysWhatIsWrongAtItsInputAndIsSavedThen() {
    browser.open("/console/sla/policy?id=" + slaPolicy);
    Page page = browser.page();
    assertThat(page.locator("[id='policy:resolution']")).hasValue("8 h");
    page.locator("[id='policy:next_response']").fill("0 h");
    page.locator("[id='policy:save']").click();
    assertThat(page.locator("[id='policy:next_response-fault']")).containsText("positive");
    page.locator("[id='policy:next_response']").fill("90 min");
    page.locator("[id='policy:save']").click();
    page.waitForURL("**/console/sla/policies?work=*");
    assertThat(tocsin.admin().get("/api/v1/sla/policies/" + slaPolicy).expect(200).text())
        .contains("\"target\":\"PT1H30M\"");
  }

  private static String newTicket(String subject, String tag) {
    return tocsin
        .admin()
        .post(
            "/api/v1/tickets",
            Map.of(
                "customer_id",
                tocsin.customerId(tocsin.newCustomer()),
                "subject",
                subject,
                "body",
                "b",
                "priority",
                "P2",
                "tags",
                List.of(tag)))
        .expect(201)
        .at("/number");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsShownAndChosenNotLost() {
    String number = newTicket("Two at once", tocsin.unique("clash"));
    browser.open("/console/tickets/detail?id=" + number);
    Page page = browser.page();
    Api admin = tocsin.admin();
    admin.patch("/api/v1/tickets/" + number, Map.of("priority", "P0")).expect(200);
    page.locator("[id='ticket:priority']").selectOption("P1");
    page.locator("[id='ticket:subject']").fill("Two of us");
    page.locator("[id='ticket:save']").click();
    assertThat(page.locator(".clash")).containsText("P0");
    assertThat(admin.get("/api/v1/tickets/" + number).at("/priority")).isEqualTo("P0");
    browser.screenshot("ticket-clash");
    page.locator(".clash label").getByText("Yours").click();
    page.locator("[id='ticket:save']").click();
    assertThat(page.locator("[id$=messages]")).containsText("saved");
    assertThat(page.locator(".clash")).hasCount(0);
    Answer saved = admin.get("/api/v1/tickets/" + number).expect(200);
    assertThat(saved.at("/priority")).isEqualTo("P1");
    assertThat(saved.at("/subject")).isEqualTo("Two of us");
    assertThat(page.locator(".ledger .stretch").first())
        .hasAttribute("aria-label", java.util.regex.Pattern.compile("Counted.*"));
  }

  @Test
  void theListIsWalkedPickedChangedAndSavedByKeys() {
    String tag = tocsin.unique("walk");
    String older = newTicket("The older one", tag);
    String newer = newTicket("The newer one", tag);
    tocsin
        .admin()
        .post("/api/v1/tickets/" + older + "/transitions", Map.of("to", "closed"))
        .expect(200);
    browser.open("/console/tickets/list?status=all&sort=-created_at&tag=" + tag);
    Page page = browser.page();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    browser.screenshot("keys");
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(page.locator("a.subject:focus")).containsText("The newer one");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk-count")).hasText("2");
    page.locator("[id='bulk:to']").selectOption("TRIAGED");
    browser.screenshot("tickets-picked");
    page.locator("[id='bulk:apply']").click();
    assertThat(page.locator("[id='bulk:outcome']")).containsText(older);
    assertThat(tocsin.admin().get("/api/v1/tickets/" + newer).at("/status")).isEqualTo("triaged");

    page.keyboard().press("/");
    page.keyboard().type("jkx?");
    assertThat(page.locator("input[type=search]")).hasValue("jkx?");
    page.locator("#save-view summary").click();
    page.locator("[id='view:name']").fill(tag);
    page.locator("[id='view:save']").click();
    assertThat(page.locator("#views a[aria-current=page]")).hasText(tag);
    page.locator("a.subject").first().press("Enter");
    page.waitForURL("**/console/tickets/detail*");
    page.keyboard().press("r");
    assertThat(page.locator("[id='answer:body']")).isFocused();
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
