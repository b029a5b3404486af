package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coming in, staying out, and what an account may do, over HTTP. */
class AccountsIT {

  private static final Pattern RESET_LINK =
      Pattern.compile("(http\\S+/)console/reset\\?token=([\\w.~-]+)");

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  @Tag("regen-45")
  void fiveWrongPasswordsLockTheAccountAlsoForTheRightOneAndForUnknownEmails() {
    String known = tocsin.newUser("locked", "agent") + "@example.org";
    for (String email : List.of(known, tocsin.unique("nobody") + "@example.org")) {
      for (int i = 0; i < 5; i++) {
        login(email, "wrong").expectProblem(401, "unauthenticated");
      }
      Answer locked = login(email, TestSystem.PASSWORD).expectProblem(429, "too_many_requests");
      assertThat(locked.header("retry-after")).hasValue("900");
    }
  }

  @Test
  @Tag("regen-45")
  @Tag("ticketpulse-31")
  void oneBootstrapIsEnoughAndThereIsNoLimitOfUsers() {
    tocsin
        .anonymous()
        .post(
            "/api/v1/auth/bootstrap",
            Map.of("email", "x@example.org", "name", "X", "password", TestSystem.PASSWORD))
        .expectProblem(409, "already_set_up");
    for (int i = 0; i < 8; i++) {
      tocsin.newUser("many", "viewer");
    }
  }

  @Test
  @Tag("ticketpulse-31")
  void emailsCompareWithoutCaseAndUnknownOnesAreNoDifferent() {
    String email = tocsin.newUser("Case", "agent") + "@example.org";
    login(email.toUpperCase(java.util.Locale.ROOT), TestSystem.PASSWORD).expect(200);
    Answer unknown = login(tocsin.unique("unknown") + "@example.org", "wrong").expect(401);
    Answer wrong = login(email, "wrong").expect(401);
    assertThat(withoutIds(unknown)).isEqualTo(withoutIds(wrong));
  }

  @Test
  @Tag("ticketpulse-34")
  void theEleventhAttemptAtOnceIsToldToWait() {
    Api client = tocsin.anonymous();
    List<Integer> statuses = new ArrayList<>();
    while (!statuses.contains(429) && statuses.size() < 20) {
      statuses.add(attempt(client));
    }
    // while they ran, time may have let one more pass
    assertThat(statuses).hasSizeBetween(11, 12);
    assertThat(statuses.subList(0, 10)).containsOnly(202);
    await("a second later one more passes")
        .atMost(TestSystem.soon())
        .until(() -> attempt(client) == 202);
  }

  private static int attempt(Api client) {
    return client.post("/api/v1/auth/forgot-password", Map.of("email", "a@example.org")).status();
  }

  @Test
  @Tag("ticketpulse-33")
  void nobodyRemovesThemselvesAndUnknownRolesAreRefused() {
    String id =
        tocsin
            .admin()
            .get("/api/v1/users?limit=250")
            .json()
            .at("/data")
            .findParents("email")
            .stream()
            .filter(user -> user.at("/email").asText().equals("admin@example.org"))
            .map(user -> user.at("/id").asText())
            .findFirst()
            .orElseThrow();
    Api admin = tocsin.signIn("admin@example.org", TestSystem.PASSWORD);
    admin.delete("/api/v1/users/" + id).expect(409);
    admin
        .post(
            "/api/v1/users",
            Map.of("email", "o@example.org", "name", "O", "handle", "o", "role", "owner"))
        .expectProblem(400, "invalid");
  }

  @Test
  @Tag("regen-46")
  void aForgottenPasswordIsAnsweredAlikeAndComesBackByASingleUseLink() throws Exception {
    String handle = tocsin.newUser("forgetful", "agent");
    String email = handle + "@example.org";
    Answer known = forgot(email);
    Answer unknown = forgot(tocsin.unique("unknown") + "@example.org");
    assertThat(known.expect(202).text()).isEqualTo(unknown.expect(202).text());

    await("the link is mailed")
        .atMost(TestSystem.soon())
        .until(() -> !tocsin.mailTo(handle).isEmpty());
    MimeMessage mail = tocsin.mailTo(handle).get(0);
    Matcher link = RESET_LINK.matcher(String.valueOf(mail.getContent()));
    assertThat(link.find()).as(String.valueOf(mail.getContent())).isTrue();
    assertThat(link.group(1)).isEqualTo(tocsin.baseUri().toString());
    String token = link.group(2);
    Map<String, String> reset = Map.of("token", token, "new_password", "another battery staple");
    tocsin.anonymous().post("/api/v1/auth/reset-password", reset).expect(204);
    tocsin.anonymous().post("/api/v1/auth/reset-password", reset).expectProblem(400, "invalid");
    login(email, TestSystem.PASSWORD).expect(401);
    login(email, "another battery staple").expect(200);

    // neither the link nor the passwords are to be found where people look
    assertThat(tocsin.admin().get("/api/v1/deliveries?limit=250").text()).doesNotContain(token);
    assertThat(tocsin.admin().get("/api/v1/audit?limit=250").text())
        .doesNotContain(token)
        .doesNotContain("battery");
    String log = Files.readString(tocsin.server().log());
    assertThat(log)
        .doesNotContain(token)
        .doesNotContain("battery")
        .doesNotContain(tocsin.adminToken());
  }

  @Test
  @Tag("regen-46")
  void aViewerReadsAndDoesNotWrite() {
    tocsin.anonymous().get("/api/v1/incidents").expect(401);
    Api viewer =
        tocsin.signIn(tocsin.newUser("viewer", "viewer") + "@example.org", TestSystem.PASSWORD);
    viewer.get("/api/v1/incidents").expect(200);
    viewer.post("/api/v1/incidents", Map.of("title", "x", "severity", "low")).expect(403);
    viewer.get("/api/v1/users").expect(403);
    viewer.patch("/api/v1/settings", Map.of("mail.host", "x")).expect(403);
  }

  @Test
  @Tag("regen-47")
  void renamingKeepsThePassword() {
    String email = tocsin.newUser("renamed", "agent") + "@example.org";
    Api self = tocsin.signIn(email, TestSystem.PASSWORD);
    String id = self.get("/api/v1/auth/me").at("/id");
    tocsin.admin().patch("/api/v1/users/" + id, Map.of("name", "New Name")).expect(200);
    assertThat(self.patch("/api/v1/auth/me", Map.of("name", "Newer Name")).expect(200).at("/name"))
        .isEqualTo("Newer Name");
    login(email, TestSystem.PASSWORD).expect(200);
  }

  @Test
  void anUnsafeRequestWithTheCookieAloneIsRefused() {
    String email = tocsin.newUser("csrf", "agent") + "@example.org";
    Answer login = login(email, TestSystem.PASSWORD).expect(200);
    String cookie = login.header("set-cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
    tocsin
        .anonymous()
        .with("Cookie", cookie.split(";", 2)[0])
        .post("/api/v1/incidents", Map.of("title", "x", "severity", "low"))
        .expectProblem(403, "csrf");
  }

  @Test
  void aDeactivatedUserIsOutAtOnce() {
    String email = tocsin.newUser("leaver", "agent") + "@example.org";
    Api leaver = tocsin.signIn(email, TestSystem.PASSWORD);
    String id = leaver.get("/api/v1/auth/me").at("/id");
    tocsin.admin().delete("/api/v1/users/" + id).expect(200);
    leaver.get("/api/v1/auth/me").expect(401);
    login(email, TestSystem.PASSWORD).expect(401);
  }

  @Test
  @Tag("ticketpulse-35")
  void aSecretIsKeptSealedAndNeverShown() {
    Api admin = tocsin.admin();
    admin.patch("/api/v1/settings", Map.of("mail.password", "s3cret-word")).expect(200);
    admin.patch("/api/v1/settings", Map.of("mail.password", "")).expect(200);
    Answer settings = admin.get("/api/v1/settings").expect(200);
    assertThat(settings.text()).doesNotContain("s3cret-word");
    assertThat(settings.json().at("/mail.password/set").asBoolean()).isTrue();
    assertThat(
            tocsin.number(
                "SELECT count(*) FROM platform.setting WHERE key = 'mail.password'"
                    + " AND value::text LIKE '%enc:%' AND value::text NOT LIKE '%s3cret%'"))
        .isEqualTo(1);
    com.fasterxml.jackson.databind.node.ObjectNode off =
        new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode();
    off.putNull("mail.password");
    admin.patch("/api/v1/settings", off).expect(200);
  }

  private static Answer login(String email, String password) {
    return tocsin
        .anonymous()
        .post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  private static Answer forgot(String email) {
    return tocsin.anonymous().post("/api/v1/auth/forgot-password", Map.of("email", email));
  }

  private static String withoutIds(Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
