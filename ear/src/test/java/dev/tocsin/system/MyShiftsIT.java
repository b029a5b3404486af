package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One's own shifts in Debian's Chromium: passing them on, and days without any. */
class MyShiftsIT {

  private static final TestSystem tocsin = TestSystem.shared();

  private static Browser browser;
  private static String schedule;
  private static String anna;

  @BeforeAll
  static void signIn() {
    anna = tocsin.newUser("anna", "agent");
    schedule = tocsin.newSchedule("Ada Admin");
    browser = new Browser(tocsin.baseUri());
    browser.signIn();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static Page page() {
    return browser.page();
  }

  @Test
  void aShiftIsOfferedToAColleagueWhoTakesIt() {
    browser.open("/console/shifts/list");
    Locator mine = page().locator("#shifts tr", having("a[href*='detail?id=" + schedule + "']"));
    assertThat(mine).hasCount(1);
    mine.locator("a.button").click();
    page().waitForURL("**/console/shifts/swap**");
    page().locator("[id$='swap:other']").selectOption(new SelectOption().setLabel(anna));
    page().locator("[id$='swap:reason']").fill("Concert");
    page().locator("[id$='swap:ask']").click();
    page().waitForURL("**/console/shifts/list**");
    assertThat(page().locator("[id='requests']")).containsText(anna);
    browser.screenshot("my-shifts-light");

    Answer offered =
        tocsin.admin().get("/api/v1/schedules/" + schedule + "/swap-requests").expect(200);
    Api colleague = tocsin.signIn(anna + "@example.org", TestSystem.PASSWORD);
    String id = offered.at("/data/0/id");
    colleague
        .post("/api/v1/schedules/" + schedule + "/swap-requests/" + id + "/accept", Map.of())
        .expect(200);
    assertThat(
            tocsin
                .admin()
                .get(
                    "/api/v1/schedules/"
                        + schedule
                        + "/oncall?at="
                        + offered.at("/data/0/gives/start"))
                .at("/user_name"))
        .isEqualTo(anna);
    browser.open("/console/shifts/list");
    assertThat(page().locator("[id='requests']")).not().containsText("Concert");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aColleaguesShiftIsAskedForFromItsSchedule() {
    String annas = tocsin.newSchedule(anna);
    browser.open("/console/schedules/detail?id=" + annas);
    page().locator("#take").click();
    page().waitForURL("**/console/shifts/swap**");
    page().locator("[id$='swap:takes']").selectOption(new SelectOption().setIndex(1));
    page().locator("[id$='swap:reason']").fill("I have time");
    browser.screenshot("shift-taken-light");
    page().locator("[id$='swap:ask']").click();
    page().waitForURL("**/console/shifts/list**");
    Answer asked = tocsin.admin().get("/api/v1/schedules/" + annas + "/swap-requests").expect(200);
    assertThat(asked.at("/data/0/other/user_name")).isEqualTo(anna);
    assertThat(asked.text()).contains("\"takes\"").doesNotContain("\"gives\"");
  }

  private static Page.LocatorOptions having(String selector) {
    return new Page.LocatorOptions().setHas(page().locator(selector));
  }

  @Test
  void leaveIsAskedForAndGranted() {
    String other = tocsin.newSchedule(anna);
    browser.open("/console/schedules/cover?id=" + other);
    page().locator("[id$='cover:start_date']").fill("2027-02-01");
    page().locator("[id$='cover:end_date']").fill("2027-02-05");
    page().locator("[id$='cover:ask']").click();
    page().locator("[id$=':grant']").click();
    assertThat(page().locator("[id$=':back']")).hasCount(1);
    assertThat(page().locator("body")).containsText("2027-02-01");
    assertThat(tocsin.admin().get("/api/v1/schedules/" + other + "/unavailabilities").text())
        .contains("2027-02-05");
  }
}
