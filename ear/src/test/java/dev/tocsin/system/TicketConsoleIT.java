package dev.tocsin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work on tickets in Debian's Chromium: the list, one ticket with everything on it, a new one. */
class TicketConsoleIT {

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
  void whatSomebodyElseChangedMeanwhileIsShownAndChosenNotLost() {
    String number = desk.newTicket("Two at once", tocsin.unique("clash"));
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
    String older = desk.newTicket("The older one", tag);
    String newer = desk.newTicket("The newer one", tag);
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
    assertThat(page.locator("a.subject:focus")).containsText("The older one");
    page.keyboard().press("k");
    assertThat(page.locator("a.subject:focus")).containsText("The newer one");
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

  private static FilePayload file(String name, String bytes) {
    return new FilePayload(
        name, "application/octet-stream", bytes.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesGoWithWhatIsSaidAndOneThatIsRefusedSaysWhy() {
    String number = desk.newTicket("Files", tocsin.unique("files"));
    browser.open("/console/tickets/detail?id=" + number);
    Page page = browser.page();
    Locator writing = page.locator("[data-does=writing]");
    writing
        .locator("input[type=file]")
        .setInputFiles(new FilePayload[] {file("log.txt", "x"), file("setup.exe", "MZ")});
    drop(page, "[id='answer:body']", 25 * 1024 * 1024 + 1);
    assertThat(writing.locator("li[data-state=refused]")).containsText("too large");
    page.locator("[id='answer:note']").click();
    assertThat(page.locator("[id='answer:body-fault']")).not().isEmpty();
    page.locator("[id='answer:body']").fill("The log of last night");
    page.locator("[id='answer:note']").click();
    assertThat(page.locator(".talk.from-internal .files-list a")).hasText("log.txt");
    assertThat(writing.locator("li[data-state=refused]"))
        .hasText(
            new Pattern[] {
              Pattern.compile("setup.exe.*programs cannot be attached.*"),
              Pattern.compile("large.bin.*too large.*")
            });
    browser.screenshot("ticket-files");
    Answer held = tocsin.admin().get(Desk.path(number) + "/attachments").expect(200);
    assertThat(held.json().at("/data")).hasSize(1);
    assertThat(held.at("/data/0/visibility")).isEqualTo("internal");
    String address = page.locator(".talk.from-internal .files-list a").getAttribute("href");
    assertThat(browser.context().request().get(address).text()).isEqualTo("x");

    page.locator(".files-here input[type=file]").setInputFiles(file("manual.txt", "y"));
    assertThat(page.locator("#talk-body .files-list a")).hasText("manual.txt");
    Locator line = page.locator(".file-line").filter(having("manual.txt"));
    line.locator("button").click();
    page.locator("[id$='confirm-yes']").click();
    assertThat(page.locator("#talk-body .files-list a")).hasCount(0);
    assertThat(browser.complaints().toString()).doesNotContain("Content Security Policy");
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Drops a file of zeros, as somebody does who drags it there. */
  private static void drop(Page page, String onto, int bytes) {
    page.locator(onto)
        .evaluate(
            """
            (target, bytes) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([new Uint8Array(bytes)], "large.bin"));
              target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
            }
            """,
            bytes);
  }

  @Test
  void fieldsOfTheDeskAreAskedForKeptAndRefusedAtTheirInput() {
    String plant = tocsin.unique("plant").replace('-', '_');
    String seats = tocsin.unique("seats").replace('-', '_');
    Map<String, Object> required =
        Map.of(
            "key",
            plant,
            "label",
            "Which " + plant,
            "type",
            "select",
            "options",
            List.of("North", "South"),
            "required",
            true);
    String id = desk.newField(required);
    desk.newField(Map.of("key", seats, "label", "How many " + seats, "type", "number"));
    try {
      String customer = tocsin.newCustomer();
      browser.open("/console/tickets/new");
      Page page = browser.page();
      page.locator("[id='ticket:subject']").fill("With fields");
      page.locator("[id='ticket:customer_id']").selectOption(new SelectOption().setLabel(customer));
      page.locator("[id='ticket:custom_fields:" + seats + "']").fill("many");
      page.locator("[data-does=writing] input[type=file]").setInputFiles(file("plan.txt", "z"));
      page.locator("[id='ticket:create']").click();
      assertThat(page.locator("[id='ticket:custom_fields:" + plant + "-fault']"))
          .containsText("must be filled");
      assertThat(page.locator("[id='ticket:custom_fields:" + seats + "-fault']"))
          .containsText("must be a number");
      browser.screenshot("ticket-new-refused");
      page.locator("[id='ticket:custom_fields:" + plant + "']").selectOption("North");
      page.locator("[id='ticket:custom_fields:" + seats + "']").fill("12,5");
      page.locator("[id='ticket:create']").click();
      page.waitForURL("**/console/tickets/detail*");
      assertThat(page.locator("#talk-body .files-list a")).hasText("plan.txt");

      String number = page.url().replaceAll(".*id=", "");
      Locator shown = page.locator("[id='ticket:custom_fields:" + seats + "']");
      assertThat(shown).hasValue("12.5");
      page.locator("[id='ticket:custom_fields:" + plant + "']").selectOption("");
      page.locator("[id='ticket:save']").click();
      assertThat(page.locator("[id='ticket:custom_fields:" + plant + "-fault']"))
          .containsText("must be filled");
      page.locator("[id='ticket:custom_fields:" + plant + "']").selectOption("South");
      page.locator("[id='ticket:save']").click();
      assertThat(page.locator("[id='history']")).containsText("Which " + plant + ": North → South");
      Answer saved = tocsin.admin().get(Desk.path(number)).expect(200);
      assertThat(saved.at("/custom_fields/" + plant)).isEqualTo("South");
      assertThat(saved.at("/custom_fields/" + seats)).isEqualTo("12.5");
    } finally {
      // nobody else's tickets have it
      Map<String, Object> archived = new HashMap<>(required);
      archived.put("archived", true);
      tocsin.admin().put("/api/v1/ticket-fields/" + id, archived).expect(200);
    }
  }

  @Test
  void aMacroIsLookedAtChangedAndGivenAndThePauseIsSeenOnTheClocks() {
    String name = tocsin.unique("Ask");
    tocsin
        .admin()
        .post(
            "/api/v1/ticket-macros",
            Map.of(
                "name",
                name,
                "audience",
                "everyone",
                "reply",
                "Dear {{requester.name|there}}, which one?",
                "change",
                Map.of("status", "waiting")))
        .expect(201);
    String tag = tocsin.unique("macro");
    desk.newSlaPolicy(tag, Map.of("metric", "resolution", "target", "PT8H"));
    String number = desk.newTicket("Which one", tag);
    desk.move(number, "triaged", "in_progress");
    browser.open("/console/tickets/detail?id=" + number);
    Page page = browser.page();
    assertThat(page.locator("#talk-body strong")).not().isEmpty(); // nobody asks: the customer does
    page.locator("[id='answer:macro']").selectOption(new SelectOption().setLabel(name));
    assertThat(page.locator("[id='answer:body']")).hasValue("Dear there, which one?");
    assertThat(page.locator("[id='answer:says'] .note")).containsText("In progress → Waiting");
    browser.screenshot("ticket-macro");
    page.locator("[id='answer:apply']").click();
    assertThat(page.locator("[id='talk'] .talk").last()).containsText("Dear there, which one?");
    assertThat(page.locator("[id='answer:body']")).hasValue("");
    Locator paused = page.locator(".stretch.is-paused").first();
    assertThat(paused).hasAttribute("aria-label", Pattern.compile("Not counted while waiting.*"));
    paused.hover();
    assertThat(paused.locator(".tip")).isVisible();
    assertThat(page.locator(".ledger-key")).containsText("closed hours");
    browser.screenshot("ticket-paused");
  }

  @Test
  void ticketsAreWatchedLinkedAndMerged() {
    String carla = tocsin.newUser("carla", "agent");
    String customer = tocsin.customerId(tocsin.newCustomer());
    String one = desk.newTicket(customer, "One", tocsin.unique("merge"), Map.of());
    String two = desk.newTicket(customer, "Two", tocsin.unique("merge"), Map.of());
    browser.open("/console/tickets/detail?id=" + one);
    Page page = browser.page();
    page.locator("[id='watchers:watch']").click();
    assertThat(page.locator("[id='watchers:watching']")).containsText("Ada Admin");
    page.locator("[id='watchers:user_id']").selectOption(new SelectOption().setLabel(carla));
    page.locator("[id='watchers:add']").click();
    assertThat(page.locator("[id='watchers:watching']")).containsText(carla);
    page.locator("[id='watchers:watching'] .file-line")
        .filter(having("Ada Admin"))
        .locator("button")
        .click();
    assertThat(page.locator("[id='watchers:watching']")).not().containsText("Ada Admin");
    assertThat(tocsin.admin().get(Desk.path(one) + "/watchers").json().at("/data")).hasSize(1);

    page.locator("[id='links:ticket_id']").fill(two);
    page.locator("[id='links:add']").click();
    assertThat(page.locator("[id='links:linked']")).containsText("Two");
    page.locator("[id='links:ticket_id']").fill("TKT-999999");
    page.locator("[id='links:merge']").click();
    page.locator("[id$='confirm-yes']").click();
    assertThat(page.locator("[id='links:ticket_id-fault']")).not().isEmpty();
    page.locator("[id='links:ticket_id']").fill(two);
    page.locator("[id='links:merge']").click();
    page.locator("[id$='confirm-yes']").click();
    page.waitForURL("**id=" + two);
    assertThat(tocsin.admin().get(Desk.path(one)).at("/status")).isEqualTo("closed");
    browser.open("/console/tickets/detail?id=" + one);
    assertThat(page.locator("#talk .note")).containsText("merged");
  }
}
