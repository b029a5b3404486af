package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is on call, in Debian's Chromium: seen on the timeline, and changed by mouse and by keys. */
class ScheduleConsoleIT {

  private static final TestSystem tocsin = TestSystem.shared();

  /** Two weeks in which nobody's clock changes, far from today. */
  private static final String WEEKS = "&range=two_weeks&from=2027-01-04&zone=schedule";

  private static Browser browser;
  private static String anna;
  private static String ben;
  private static String schedule;

  @BeforeAll
  static void signInAndMakeASchedule() {
    anna = tocsin.newUser("anna", "agent");
    tocsin.newSchedule(anna);
    ben = tocsin.newUser("ben", "agent");
    String cleo = tocsin.newUser("cleo", "agent");
    schedule = newScheduleWithGaps(anna, ben, cleo);
    browser = new Browser(tocsin.baseUri());
    browser.signIn();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  /** From Monday to Friday each day, and weekends from Saturday evening: mornings are missing. */
  private static String newScheduleWithGaps(String... names) {
    List<Map<String, String>> people =
        List.of(names).stream().map(name -> Map.of("user_name", name)).toList();
    Map<String, Object> days =
        Map.of(
            "name", "Weekdays",
            "rotation_type", "daily",
            "rotation_start", "2024-01-01T09:00:00",
            "weekdays", List.of("mon", "tue", "wed", "thu", "fri"),
            "participants", people);
    Map<String, Object> weekends =
        Map.of(
            "name", "Weekends",
            "rotation_type", "weekly",
            "rotation_length", 1,
            "rotation_start", "2024-01-06T18:00:00",
            "shift_duration", "PT30H",
            "participants", people);
    return tocsin
        .admin()
        .post(
            "/api/v1/schedules",
            Map.of(
                "name", tocsin.unique("Payments"),
                "description", "Cards, payouts and the ledger",
                "time_zone", "Europe/Berlin",
                "layers", List.of(days, weekends),
                "unavailabilities",
                    List.of(
                        Map.of(
                            "user_name", names[2],
                            "start_date", "2027-01-06",
                            "end_date", "2027-01-08"))))
        .expect(201)
        .at("/id");
  }

  private static Page page() {
    return browser.page();
  }

  private static void picture(String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      browser.screenshot(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
    }
  }

  private static Locator lane(String kind) {
    return page().locator(".lane.is-" + kind + " .bar");
  }

  private static String onCallAt(String instant) {
    return tocsin
        .admin()
        .get("/api/v1/schedules/" + schedule + "/oncall?at=" + instant)
        .expect(200)
        .at("/user_name");
  }

  @Test
  void theListSaysWhoIsOnAndWhoIsNext() {
    String always = tocsin.newSchedule(anna);
    browser.open("/console/schedules/list");
    Locator row =
        page()
            .locator(
                "tr",
                new Page.LocatorOptions().setHas(page().locator("a[href$='" + always + "']")));
    assertThat(row).containsText(anna);
    assertThat(row.locator(".strip .bar").first())
        .hasAttribute("title", java.util.regex.Pattern.compile(anna + ".*"));
    picture("schedules-list-busy");
  }

  @Test
  void theTimelineShowsGapsAndDraggingOverItPutsSomebodyOn() {
    browser.open("/console/schedules/detail?id=" + schedule + WEEKS);
    assertThat(lane("final").and(page().locator(".is-gap")).first()).containsText("Nobody");
    assertThat(lane("leave")).hasCount(1);
    assertThat(page().locator(".warnings-box")).containsText(anna + " is on call twice at once");

    drag(34, 58); // hours after Monday's midnight
    assertThat(page().locator("#override-dialog")).isVisible();
    assertThat(page().locator("[id$=':start']")).hasValue("2027-01-05T10:00");
    assertThat(page().locator("[id$=':end']")).hasValue("2027-01-06T10:00");
    assertThat(page().locator("#instead")).containsText("(14 h)");
    picture("schedules-override");
    page().locator("[id$='cover:user_name']").selectOption(new SelectOption().setLabel(ben));
    page().locator("[id$='cover:take']").click();

    assertThat(lane("overrides")).hasCount(1);
    assertThat(lane("overrides")).containsText(ben);
    assertThat(onCallAt("2027-01-05T12:00:00Z")).isEqualTo(ben);
    lane("final").nth(1).hover();
    assertThat(page().locator(".hover-card")).isVisible();
    picture("schedules-timeline");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void drag(int fromHour, int toHour) {
    BoundingBox track = page().locator(".lane.is-final .track").boundingBox();
    double y = track.y + track.height / 2;
    double hour = track.width / (14 * 24);
    page().mouse().move(track.x + fromHour * hour, y);
    page().mouse().down();
    page().mouse().move(track.x + (fromHour + 3) * hour, y);
    page().mouse().move(track.x + toHour * hour, y);
    page().mouse().up();
  }

  @Test
  void theKeyboardAloneFindsAGapAndPutsSomebodyOn() {
    browser.open(
        "/console/schedules/detail?id=" + schedule + "&range=day&from=2027-01-16&zone=schedule");
    page().locator(".lane.is-final .bar[tabindex='0']").focus();
    page().keyboard().press("ArrowRight");
    assertThat(page().locator(".bar:focus")).containsText("Nobody");
    page().keyboard().press("Shift+ArrowRight");
    page().keyboard().press("Shift+ArrowRight");
    assertThat(page().locator(".selection")).containsText("Sat 16 Jan 09:00 – Sat 16 Jan 09:30");
    page().keyboard().press("Enter");
    assertThat(page().locator("#override-dialog")).isVisible();
    page().locator("[id$='cover:user_name']").selectOption(new SelectOption().setLabel(anna));
    page().locator("[id$='cover:reason']").focus();
    page().keyboard().press("Tab");
    page().keyboard().press("Enter");
    assertThat(lane("overrides")).hasCount(1);
    assertThat(onCallAt("2027-01-16T08:15:00Z")).isEqualTo(anna);
    assertThat(onCallAt("2027-01-16T08:30:00Z")).isEmpty();
  }

  @Test
  void aRefusedOverrideSaysWhyAtItsField() {
    browser.open("/console/schedules/detail?id=" + schedule + WEEKS);
    page().locator("#override").click();
    page().locator("[id$='cover:end']").fill("2020-01-01T00:00");
    page().locator("[id$='cover:take']").click();
    assertThat(page().locator("#override-dialog .fault").first()).isVisible();
    assertThat(page().locator("#override-dialog")).isVisible();
  }

  @Test
  void aLayerIsTriedOutAcrossTheNextClockChangeBeforeItIsSaved() {
    String id = tocsin.newSchedule(anna);
    browser.open("/console/schedules/layer?schedule=" + id);
    page().locator("[id$='layer:name']").fill("Nights");
    page().locator("[id$='layer:rotation_type']").selectOption("DAILY");
    addParticipant(anna);
    addParticipant(ben);
    assertThat(page().locator("#layer .lanes")).hasCount(2);
    assertThat(page().locator("#layer .lanes").nth(1).locator(".tick-note")).hasCount(1);
    assertThat(page().locator("#layer .lanes").nth(1)).containsText("Nights");

    page().locator(".turns li").nth(1).locator("button").first().focus();
    page().keyboard().press("Alt+ArrowUp");
    assertThat(page().locator(".turns li").first()).containsText(ben);
    page().locator(".mask label").first().click();
    // across the change: of two Mondays, each has its shift
    assertThat(page().locator("#layer .lanes").nth(1).locator(".lane").last().locator(".bar"))
        .hasCount(2);
    picture("layer-tried-out");

    page().locator("[id$='layer:rotation_length']").fill("0");
    page().keyboard().press("Tab");
    assertThat(page().locator("#layer .fault")).hasCount(1);
    assertThat(page().locator("#layer .lanes")).hasCount(0);
    page().locator("[id$='layer:rotation_length']").fill("1");
    page().keyboard().press("Tab");
    assertThat(page().locator("#layer .lanes")).hasCount(2);

    page().locator("[id$='layer:save']").click();
    page().waitForURL("**/console/schedules/detail*");
    assertThat(page().locator(".lane-name").getByText("Nights")).hasCount(1);
    Answer layers = tocsin.admin().get("/api/v1/schedules/" + id + "/layers").expect(200);
    assertThat(layers.text()).contains("\"weekdays\":[\"mon\"]").contains(ben);
    assertThat(browser.complaints()).isEmpty();
  }

  private static void addParticipant(String name) {
    page().getByLabel("Add a person").fill(name);
    page().keyboard().press("Enter");
    assertThat(page().locator(".turns")).containsText(name);
  }

  @Test
  void theReportAddsUpAMonthAndHandsItOut() {
    browser.open("/console/schedules/report?id=" + schedule + "&month=2027-03");
    assertThat(page().locator("#shares")).containsText(anna);
    picture("report-of-a-month");
    String csv =
        page().context().request().get(page().locator("#pay-report").getAttribute("href")).text();
    assertThat(csv).startsWith("person,").contains(anna);
  }

  @Test
  void aHolidayOfTheSchedulesCountryIsShownOnItsDay() {
    String id = tocsin.newSchedule(anna);
    browser.open("/console/schedules/edit?id=" + id);
    page().locator("[id$='schedule:holiday_countries']").fill("de");
    page().locator("[id$='schedule:holidays_as_weekend']").check();
    page().locator("[id$='schedule:notice_lead_minutes']").fill("soon");
    page().locator("[id$='schedule:save']").click();
    assertThat(page().locator("#schedule .fault")).hasCount(1);
    page().locator("[id$='schedule:notice_lead_minutes']").fill("30");
    picture("schedules-edit-full");
    page().locator("[id$='schedule:save']").click();
    page().waitForURL("**/console/schedules/detail*");
    Answer saved = tocsin.admin().get("/api/v1/schedules/" + id).expect(200);
    assertThat(saved.at("/holidays_as_weekend")).isEqualTo("true");
    assertThat(saved.at("/notice_lead_minutes")).isEqualTo("30");
    browser.open("/console/schedules/detail?id=" + id + "&range=month&from=2027-01-01");
    assertThat(page().locator(".tick.is-holiday")).hasCount(1);
    assertThat(page().locator(".lanes-holidays")).containsText("(DE)");
    picture("schedules-holiday");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCalendarReadFromAFileBecomesOverridesAndABadOneSaysWhy() {
    String id = tocsin.newSchedule(anna);
    browser.open("/console/schedules/cover?id=" + id);
    choose("bad.ics", "BEGIN:VEVENT\nUID:1\nSUMMARY:Night\nEND:VEVENT\n");
    assertThat(page().locator("#import .fault")).containsText("the event \"Night\" (UID 1)");
    picture("schedules-import-refused");
    choose(
        "good.ics",
        "BEGIN:VEVENT\nUID:1\nSUMMARY:"
            + ben
            + "\nDTSTART:20270104T090000Z\nDURATION:PT2H\nRRULE:FREQ=DAILY;COUNT=3\n"
            + "END:VEVENT\n");
    assertThat(page().locator("[id$=':remove']")).hasCount(3);
    assertThat(page().locator("#import .fault")).hasCount(0);
    picture("schedules-imported");
    Answer on = tocsin.admin().get("/api/v1/schedules/" + id + "/oncall?at=2027-01-06T10:00:00Z");
    assertThat(on.at("/user_name")).isEqualTo(ben);
    assertThat(browser.complaints()).isEmpty();
  }

  private static void choose(String name, String events) {
    String text = "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n";
    page()
        .locator("#import input[type=file]")
        .setInputFiles(
            new FilePayload(name, "text/calendar", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(page().locator("[id$='import:calendar']")).hasValue(text);
    page().locator("[id$='import:run']").click();
  }

  @Test
  void aFeedsAddressIsShownOnceAndEndsWhenItIsRevoked() {
    browser.open("/console/schedules/feeds?id=" + schedule);
    page().locator("[id$='feed:name']").fill("Wall screen");
    page().locator("[id$='feed:create']").click();
    Locator address = page().locator("#feed-address");
    assertThat(address)
        .hasText(java.util.regex.Pattern.compile("http.*/calendar\\.ics\\?token=.*"));
    picture("schedules-feeds");
    String url = address.textContent();
    assertThat(page().context().request().get(url).text()).startsWith("BEGIN:VCALENDAR");
    browser.open("/console/schedules/feeds?id=" + schedule);
    assertThat(page().locator("#feed-address")).hasCount(0);
    page().locator("[id$=':revoke']").click();
    page().locator(".ui-confirmdialog-yes").click();
    assertThat(page().locator("[id$=':revoke']")).hasCount(0);
    assertThat(page().context().request().get(url).status()).isEqualTo(404);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aFingersTapOnAShiftAsksWhoTakesItOver() {
    browser.open("/console/schedules/detail?id=" + schedule + WEEKS);
    Map<String, Object> finger = Map.of("pointerType", "touch", "button", 0, "bubbles", true);
    lane("final").nth(1).dispatchEvent("pointerdown", finger);
    lane("final").nth(1).dispatchEvent("pointerup", finger);
    assertThat(page().locator("#override-dialog")).isVisible();
    assertThat(page().locator("#instead")).not().isEmpty();
  }

  @Test
  void aPhoneShowsTheTimelineWithoutScrollingThePage() {
    page().setViewportSize(390, 844);
    try {
      for (String path :
          List.of(
              "list",
              "layer?schedule=" + schedule,
              "report?id=" + schedule,
              "detail?id=" + schedule + WEEKS,
              "layers?id=" + schedule,
              "cover?id=" + schedule,
              "feeds?id=" + schedule)) {
        browser.open("/console/schedules/" + path);
        assertThat((int) page().evaluate("document.documentElement.scrollWidth"))
            .as(path)
            .isLessThanOrEqualTo(390);
        picture("phone-schedules-" + path.replaceAll("\\?.*", ""));
      }
    } finally {
      page().setViewportSize(1280, 800);
    }
  }
}
