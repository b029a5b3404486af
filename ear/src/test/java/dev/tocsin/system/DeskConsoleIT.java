package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How a desk is set up and looked back on, in Debian's Chromium: rules, promises, views, reports.
 */
class DeskConsoleIT {

  private static final TestSystem tocsin = TestSystem.shared();
  private static final Desk desk = new Desk(tocsin);

  private static Browser browser;

  @BeforeAll
  static void signIn() {
    browser = new Browser(tocsin.baseUri());
    browser.signIn();
  }

  @AfterAll
  static void close() {
    browser.close();
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
  void aCalendarIsTypedDrawnAndGivenTheHolidaysOfAFile() {
    String calendar = desk.newCalendar();
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
    String slaPolicy =
        desk.newSlaPolicy(tocsin.unique("gold"), Map.of("metric", "resolution", "target", "PT8H"));
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

  @Test
  void theReportShowsWhatWasMissedWithItsLedgerAndDrawsEveryDay() {
    String tag = tocsin.unique("late");
    desk.newSlaPolicy(tag, Map.of("metric", "first_response", "target", "PT1S"));
    String number = desk.newTicket("Too late", tag);
    String breached = "/api/v1/tickets?sla=breached&tag=" + tag;
    await("the breach is found")
        .atMost(TestSystem.soon())
        .until(() -> tocsin.admin().get(breached).text().contains(number));
    browser.open("/console/sla/report?by=day");
    Page page = browser.page();
    Locator bars = page.locator(".chart-broken");
    assertThat(bars).hasCount(30);
    assertThat(Double.parseDouble(bars.last().getAttribute("height"))).isPositive();
    Locator missed = page.locator("section[aria-labelledby=missed] .clock");
    Locator ours = missed.filter(new Locator.FilterOptions().setHasText(number));
    Locator late = ours.locator(".stretch.is-late");
    assertThat(late).hasAttribute("aria-label", Pattern.compile("Late .*"));
    late.hover();
    assertThat(late.locator(".tip")).isVisible();
    browser.screenshot("sla-report-breached");
    browser.open("/console/sla/report");
    assertThat(page.locator("#rows tbody tr").first()).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aSavedViewShowsItsColumnsInTheOrderSomebodyGaveThem() {
    String name = tocsin.unique("Columns");
    String tag = tocsin.unique("columns");
    desk.newTicket("Shown by tag", tag);
    browser.open("/console/ticket-views/edit");
    Page page = browser.page();
    page.locator("[id='saved:name']").fill(name);
    page.locator("[id='saved:tag']").fill(tag);
    Locator add = page.locator(".turns + input");
    for (String column : List.of("Subject", "Tags", "Requestor")) {
      add.fill(column);
      add.press("Enter");
    }
    page.locator("[id='saved:save']").click();
    assertThat(page.locator("[id='saved:columns-fault']")).containsText("Requestor");
    page.locator(".turns li").last().getByText("×").click();
    page.locator(".turns li").last().getByText("↑").click();
    browser.screenshot("ticket-view-columns");
    page.locator("[id='saved:save']").click();
    page.waitForURL("**/console/ticket-views/list*");

    browser.open("/console/tickets/list");
    page.locator("#views a").getByText(name).click();
    page.waitForURL("**columns=*");
    assertThat(page.locator("#views a[aria-current=page]")).hasText(name);
    assertThat(page.locator("[id='bulk:tickets'] thead th:not(.pick)"))
        .hasText(new String[] {"Tags", "Subject"});
    assertThat(page.locator("[id='bulk:tickets'] tbody td").nth(1)).hasText(tag);
    page.locator("#sort summary").click();
    page.locator("#sort a").getByText("Oldest first").click();
    page.waitForURL("**sort=created_at*");
    assertThat(page.locator("[id='bulk:tickets'] thead th:not(.pick)")).hasCount(2);
    assertThat(browser.complaints()).isEmpty();
  }
}
