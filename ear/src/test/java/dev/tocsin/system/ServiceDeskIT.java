package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service desk's half of the main job: tickets from both APIs, their clocks, a breach told
 * once.
 */
class ServiceDeskIT {

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  @Tag("support-1")
  @Tag("support-11")
  @Tag("support-15")
  void aClientOfTheSupportPackageWorksUnchanged() {
    String customer = tocsin.newCustomer();
    Api client = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));

    Answer created =
        client
            .post(
                "/support/tickets",
                Map.of("customer_id", customer, "subject", "Help", "body", "", "priority", 1))
            .expect(201);
    assertThat(created.at("/id")).matches("TKT-\\d{6,}");
    assertThat(created.at("/customer_id")).isEqualTo(customer);
    assertThat(created.json().has("closed_at")).isFalse();

    String path = "/support/tickets/" + created.at("/id");
    assertThat(
            client
                .post(path + "/comments", Map.of("author", "agent", "body", "Looking into it"))
                .expect(201)
                .at("/id"))
        .isEqualTo(created.at("/id") + "-C1");
    assertThat(client.get("/support/tickets?customer_id=" + customer).expect(200).json())
        .hasSize(1);
    assertThat(client.post(path + "/close", Map.of()).expect(200).at("/status"))
        .isEqualTo("closed");
    assertThat(client.post(path + "/close", Map.of()).expect(409).at("/error"))
        .isEqualTo("invalid transition from closed to closed");
    assertThat(client.get("/support/tickets").expect(400).at("/error"))
        .isEqualTo("customer_id query parameter is required");
  }

  @Test
  @Tag("support-9")
  void anotherTenantsTicketAndAMissingOneAreTheSame() {
    String mine = tocsin.newCustomer();
    String theirs = tocsin.newCustomer();
    Api me = tocsin.anonymous().bearer(tocsin.newCustomerToken(mine));
    Api them = tocsin.anonymous().bearer(tocsin.newCustomerToken(theirs));
    String ticket =
        them.post(
                "/support/tickets",
                Map.of("customer_id", theirs, "subject", "s", "body", "b", "priority", 2))
            .at("/id");
    for (String suffix : List.of("", "/comments", "/close")) {
      String method = suffix.isEmpty() ? "GET" : "POST";
      Answer foreign = me.send(method, "/support/tickets/" + ticket + suffix, "");
      Answer missing = me.send(method, "/support/tickets/TKT-999999" + suffix, "");
      assertThat(foreign.expect(404).text()).isEqualTo(missing.expect(404).text());
    }
    assertThat(me.get("/api/v1/tickets/" + ticket).expect(404).text())
        .isEqualTo(me.get("/api/v1/tickets/TKT-999999").text().replace("TKT-999999", ticket));
  }

  @Test
  void aTicketHasItsClocksWithTheDefaultTargets() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    String ticket = open(customerId, "P0");
    Answer clocks = tocsin.admin().get("/api/v1/tickets/" + ticket + "/sla").expect(200);
    assertThat(clocks.json().findValuesAsText("metric"))
        .containsExactlyInAnyOrder("first_response", "resolution");
    assertThat(clocks.json().findValuesAsText("target")).containsExactlyInAnyOrder("PT15M", "PT4H");
    assertThat(clocks.json().findValuesAsText("state")).containsOnly("running");
  }

  @Test
  @Tag("support-24")
  void aBreachIsFoundByItsDueTimeAndToldOnce() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    tocsin
        .admin()
        .post(
            "/api/v1/sla/policies",
            Map.of(
                "name", tocsin.unique("Hurry"),
                "order", 1,
                "conditions", Map.of("customer_id", List.of(customerId)),
                "targets", List.of(Map.of("metric", "first_response", "target", "PT1S"))))
        .expect(201);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      tocsin.subscribe(receiver, "sla.breach");
      String ticket = open(customerId, "P0");
      await("the breach is told")
          .atMost(TestSystem.soon())
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      await("and only once")
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      assertThat(receiver.received().get(0).body()).contains(ticket);
      assertThat(tocsin.admin().get("/api/v1/tickets?sla=breached&limit=250").text())
          .contains(ticket);
      assertThat(
              tocsin
                  .admin()
                  .get("/api/v1/tickets/" + ticket + "/sla")
                  .json()
                  .findValuesAsText("state"))
          .containsExactly("breached");
    }
  }

  @Test
  void aFileGoesInAndComesOutAndNoBrowserRunsIt() {
    String customer = tocsin.newCustomer();
    String path = "/api/v1/tickets/" + open(tocsin.customerId(customer), "P2") + "/attachments";
    Api them = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));
    byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    Answer added = them.upload(path, "../Grüße.png", page).expect(201);
    assertThat(added.at("/file_name")).isEqualTo("Grüße.png");
    assertThat(added.at("/media_type")).isEqualTo("text/html");
    String file = path + "/" + added.at("/id");
    assertThat(added.header("location").orElse("")).endsWith(file);

    Answer download = tocsin.admin().get(file).expect(200);
    assertThat(download.text()).isEqualTo(new String(page, StandardCharsets.UTF_8));
    assertThat(download.header("content-type").orElse("")).startsWith("text/html");
    assertThat(download.header("content-disposition").orElse(""))
        .startsWith("attachment; ")
        .endsWith("filename*=UTF-8''Gr%C3%BC%C3%9Fe.png");
    assertThat(download.header("x-content-type-options")).contains("nosniff");
    assertThat(download.response().headers().allValues("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "sandbox");

    Api stranger = tocsin.anonymous().bearer(tocsin.newCustomerToken(tocsin.newCustomer()));
    stranger.get(file).expectProblem(404, "not_found");
    stranger.upload(path, "a.txt", page).expectProblem(404, "not_found");
    tocsin.admin().delete(file).expect(204);
    them.get(file).expectProblem(404, "not_found");
  }

  @Test
  void filesHaveALimitOfTheirOwnAndProgramsAreRefused() {
    String customer = tocsin.newCustomer();
    String path = "/api/v1/tickets/" + open(tocsin.customerId(customer), "P2") + "/attachments";
    Api them = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));
    byte[] large = new byte[12 * 1024 * 1024];
    Answer added = them.upload(path, "large.bin", large).expect(201);
    assertThat(added.at("/size")).isEqualTo(Integer.toString(large.length));
    assertThat(them.get(path + "/" + added.at("/id")).expect(200).text()).hasSize(large.length);

    BodyPublisher tooLarge = BodyPublishers.ofByteArray(new byte[25 * 1024 * 1024 + 1]);
    them.send("POST", path + "?file_name=x.bin", tooLarge).expectProblem(413, "too_large");
    for (String name : List.of("setup.exe", "holiday.jpg")) {
      Answer refused = them.upload(path, name, new byte[] {'M', 'Z', 0, 0});
      refused.expectProblem(400, "invalid");
      assertThat(refused.faults()).containsExactly("/file");
    }
    byte[] program = new byte[20 * 1024 * 1024];
    program[0] = 'M';
    program[1] = 'Z';
    them.send("POST", path + "?file_name=x.bin", BodyPublishers.ofByteArray(program))
        .expectProblem(400, "invalid");
    them.send("POST", path + "?colour=red", BodyPublishers.ofByteArray(program))
        .expectProblem(400, "invalid");
    them.with("Content-Type", "multipart/form-data; boundary=limit")
        .send("POST", path, "--limit\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny")
        .expectProblem(400, "invalid");
    assertThat(them.get(path).json().at("/data")).hasSize(1);
  }

  @Test
  void aFileIsAddedOncePerKeyAndAnotherUnderTheSameKeyIsRefused() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    String path = "/api/v1/tickets/" + open(customerId, "P2") + "/attachments";
    Api once = tocsin.admin().with("Idempotency-Key", tocsin.unique("key"));
    String id = once.send("POST", path + "?file_name=a.txt", "hello").expect(201).at("/id");
    assertThat(once.send("POST", path + "?file_name=a.txt", "hello").expect(201).at("/id"))
        .isEqualTo(id);
    once.send("POST", path + "?file_name=b.txt", "hello")
        .expectProblem(422, "idempotency_key_reused");
    once.send("POST", path + "?file_name=a.txt", "hallo")
        .expectProblem(422, "idempotency_key_reused");
    assertThat(tocsin.admin().get(path).json().at("/data")).hasSize(1);
  }

  @Test
  void aListOfManyPagesIsOneFileForEverybodyWhoMaySeeIt() {
    String customer = tocsin.newCustomer();
    String other = tocsin.newCustomer();
    String tag = tocsin.unique("csv");
    for (String each : List.of(customer, other)) {
      String model = open(tocsin.customerId(each), "P3");
      tocsin.copyTicket(model, 300, tag);
    }
    String path = "/api/v1/tickets.csv?tag=" + tag;
    Api viewer = tocsin.anonymous().bearer(tocsin.newToken("viewer"));
    List<String> rows = viewer.get(path).expect(200).text().lines().skip(1).toList();
    assertThat(rows).hasSize(600).doesNotHaveDuplicates();
    Api client = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));
    assertThat(client.get(path).expect(200).text().lines().skip(1))
        .hasSize(300)
        .allSatisfy(row -> assertThat(row).contains("," + customer + ","));
    tocsin.anonymous().bearer(tocsin.newToken("ingest")).get(path).expect(403);
    tocsin.anonymous().get(path).expect(401);
    viewer.get(path + "&colour=red").expectProblem(400, "invalid");
  }

  @Test
  void ticketsAreLinkedWatchedSplitAndMerged() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    Api admin = tocsin.admin();
    String one = open(customerId, "P2");
    String two = open(customerId, "P2");
    String path = "/api/v1/tickets/" + one;
    Answer linked =
        admin.post(path + "/links", Map.of("kind", "parent", "ticket_id", two)).expect(201);
    assertThat(linked.at("/ticket/id")).isEqualTo(two);
    admin
        .post("/api/v1/tickets/" + two + "/links", Map.of("kind", "parent", "ticket_id", one))
        .expectProblem(409, "circular_parent");
    assertThat(admin.get("/api/v1/tickets/" + two + "/links").at("/data/0/kind"))
        .isEqualTo("child");
    String userId = admin.get("/api/v1/users?limit=1").at("/data/0/id");
    admin.post(path + "/watchers", Map.of("user_id", userId)).expect(201);
    assertThat(admin.get(path + "/watchers").at("/data/0/user_id")).isEqualTo(userId);
    admin.delete(path + "/watchers/" + userId).expect(204);

    String comment = admin.post(path + "/comments", Map.of("body", "And the badger?")).at("/id");
    Answer part =
        admin
            .post(path + "/split", Map.of("comment_ids", List.of(comment), "subject", "Badger"))
            .expect(201);
    assertThat(admin.get("/api/v1/tickets/" + part.at("/id") + "/comments").text())
        .contains("And the badger?");

    admin.post(path + "/merge", Map.of("into", one)).expectProblem(400, "invalid");
    String foreign = open(tocsin.customerId(tocsin.newCustomer()), "P2");
    admin.post(path + "/merge", Map.of("into", foreign)).expectProblem(409, "other_customer");
    assertThat(admin.post(path + "/merge", Map.of("into", two)).expect(200).at("/id"))
        .isEqualTo(two);
    assertThat(admin.get(path).at("/merged_into")).isEqualTo(two);
    assertThat(admin.get(path + "/sla").json().findValuesAsText("state"))
        .containsExactlyInAnyOrder("met", "cancelled");
    assertThat(admin.get("/api/v1/tickets/" + two + "/sla").json().findValuesAsText("state"))
        .containsOnly("running");
    admin.post(path + "/merge", Map.of("into", two)).expectProblem(409, "already_merged");
  }

  @Test
  void whoAskedIsToldWhatIsHeldAndForgottenAtTheirWish() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    String email = tocsin.unique("jane.doe") + "@example.org";
    String ticket =
        tocsin
            .admin()
            .post(
                "/api/v1/tickets",
                Map.of(
                    "customer_id",
                    customerId,
                    "subject",
                    "Help",
                    "body",
                    "Write to " + email,
                    "priority",
                    "P3",
                    "requester",
                    Map.of("email", email, "name", "Jane Doe")))
            .expect(201)
            .at("/id");
    String path = "/api/v1/requesters/" + email;
    assertThat(tocsin.admin().get(path + "/export").expect(200).text()).contains(ticket, email);
    Api agent = tocsin.anonymous().bearer(tocsin.newToken("agent"));
    agent.get(path + "/export").expectProblem(403, "role");
    agent.delete(path).expectProblem(403, "role");
    assertThat(tocsin.admin().delete(path).expect(200).at("/erased/tickets")).isEqualTo("1");
    assertThat(tocsin.admin().get("/api/v1/tickets/" + ticket).text())
        .doesNotContain(email)
        .doesNotContain("Jane Doe");
    tocsin.admin().delete(path).expectProblem(404, "not_found");
  }

  @Test
  void manyTicketsAreWorkedThroughByViewsMacrosAndOneChange() {
    String customer = tocsin.newCustomer();
    String customerId = tocsin.customerId(customer);
    Api admin = tocsin.admin();
    String key = tocsin.unique("k").replaceAll("[^a-z0-9]", "_");
    admin
        .post(
            "/api/v1/ticket-fields",
            Map.of("key", key, "label", "Area", "type", "select", "options", List.of("web")))
        .expect(201);
    String one = open(customerId, "P1");
    String other = open(customerId, "P2");
    Answer bad = admin.patch("/api/v1/tickets/" + one, Map.of("custom_fields", Map.of(key, "x")));
    assertThat(bad.expect(400).text()).contains("/custom_fields/" + key);
    admin
        .patch(
            "/api/v1/tickets/" + one,
            Map.of("custom_fields", Map.of(key, "web"), "subject", "=1+1"))
        .expect(200);

    Answer bulk =
        admin.post(
            "/api/v1/tickets/bulk",
            Map.of(
                "ids", List.of(one, "TKT-999999999", other),
                "change", Map.of("add_tags", List.of(key), "status", "triaged")));
    assertThat(bulk.expect(200).at("/changed")).isEqualTo("2");
    assertThat(bulk.at("/results/1/code")).isEqualTo("not_found");

    String macro =
        admin
            .post(
                "/api/v1/ticket-macros",
                Map.of(
                    "name", "Begin",
                    "reply", "We work on {{ticket.number}}.",
                    "change", Map.of("status", "in_progress")))
            .expect(201)
            .at("/id");
    String applied = "/api/v1/tickets/" + one + "/macros/" + macro;
    String number = admin.get("/api/v1/tickets/" + one).at("/number");
    assertThat(admin.get(applied).expect(200).at("/reply")).isEqualTo("We work on " + number + ".");
    assertThat(admin.post(applied, Map.of()).expect(200).at("/status")).isEqualTo("in_progress");

    String view =
        admin
            .post(
                "/api/v1/ticket-views",
                Map.of("name", "Areas", "filter", Map.of("tag", List.of(key), "sort", "priority")))
            .expect(201)
            .at("/id");
    assertThat(admin.get("/api/v1/ticket-views/" + view).at("/filter/sort")).isEqualTo("priority");
    assertThat(admin.get("/api/v1/tickets?field=" + key + ":web").json().findValuesAsText("id"))
        .containsExactly(one);

    Answer csv = admin.get("/api/v1/tickets.csv?tag=" + key + "&sort=priority");
    assertThat(csv.expect(200).text().lines().toList())
        .hasSize(3)
        .first()
        .satisfies(head -> assertThat(head).startsWith("number,subject,customer,").contains(key));
    assertThat(csv.text()).contains(number + ",'=1+1," + customer + ",in_progress,P1,");
    Api client = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));
    assertThat(client.get("/api/v1/tickets.csv").expect(200).text()).contains(number);
    assertThat(
            client.get("/api/v1/tickets.csv?customer_id=" + java.util.UUID.randomUUID()).status())
        .isEqualTo(403);

    Answer trial =
        admin.post(
            "/api/v1/ticket-routing-rules/test",
            Map.of("customer_id", customerId, "priority", "P1", "subject", "Help"));
    assertThat(trial.expect(200).json().has("rules")).isTrue();
  }

  private static String open(String customerId, String priority) {
    return tocsin
        .admin()
        .post(
            "/api/v1/tickets",
            Map.of(
                "customer_id",
                customerId,
                "subject",
                "Down",
                "body",
                "All of it",
                "priority",
                priority))
        .expect(201)
        .at("/id");
  }

  @Test
  void aMailBecomesATicketAndBothSidesAnswerInItsThread() throws Exception {
    String customer = tocsin.customerId(tocsin.newCustomer());
    String desk = tocsin.unique("desk");
    String jo = tocsin.unique("jo") + "@acme.example";
    GreenMailUser inbox = tocsin.mail().setUser(desk + "@example.org", desk, "secret");
    inbox.deliver(mail(desk + "@example.org", jo, "Printer", "It burns"));
    String box = tocsin.newMailbox(desk, Map.of("acme.example", customer));
    String read = "/api/v1/inbound-mails?state=accepted&mailbox_id=" + box;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tocsin.admin().get(read).json().at("/data").size() == 1);
    String ticket = tocsin.admin().get(read).at("/data/0/ticket_id");
    MimeMessage received =
        await().atMost(Duration.ofSeconds(30)).until(() -> newest(jo), Objects::nonNull);
    assertThat(received.getSubject()).contains("Printer");

    inbox.deliver(mail(received.getReplyTo()[0].toString(), jo, "Re", "It still burns"));
    tocsin.admin().patch("/api/v1/mailboxes/" + box, Map.of("name", desk)).expect(200);
    String comments = "/api/v1/tickets/" + ticket + "/comments";
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tocsin.admin().get(comments).text().contains("It still burns"));

    tocsin.admin().post(comments, Map.of("body", "Use water", "visibility", "public")).expect(201);
    MimeMessage answer =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> newest(jo), m -> GreenMailUtil.getBody(m).contains("Use water"));
    assertThat(answer.getHeader("References")[0]).contains(ticket);
    assertThat(answer.getHeader("Auto-Submitted")).isNull();

    inbox.deliver(mail(answer.getReplyTo()[0].toString(), jo, "Re", "Water it is"));
    tocsin.admin().patch("/api/v1/mailboxes/" + box, Map.of("archive_folder", "Done")).expect(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tocsin.admin().get(comments).text().contains("Water it is"));
    assertThat(tocsin.admin().get("/api/v1/tickets?customer_id=" + customer).json().at("/data"))
        .hasSize(1);
    MailFolder done =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> tocsin.mail().getManagers().getImapHostManager().getFolder(inbox, "Done"),
                folder -> folder != null && folder.getMessageCount() == 1);
    assertThat(done.getMessages().get(0).getMimeMessage().getContent())
        .asString()
        .contains("Water it is");
    tocsin.admin().delete("/api/v1/mailboxes/" + box).expect(204);
  }

  private static MimeMessage mail(String to, String from, String subject, String text) {
    return GreenMailUtil.createTextEmail(
        to, from, subject, text, tocsin.mail().getImap().getServerSetup());
  }

  /** The newest mail of ours to an address; null before there is one. */
  private static @Nullable MimeMessage newest(String address) throws MessagingException {
    MimeMessage newest = null;
    for (MimeMessage message : tocsin.mail().getReceivedMessages()) {
      Address[] to = message.getAllRecipients();
      if (to != null && to[0].toString().equals(address)) {
        newest = message;
      }
    }
    return newest;
  }
}
