package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.launcher.Database;
import dev.tocsin.launcher.EmbeddedPostgres;
import dev.tocsin.launcher.ServerKind;
import dev.tocsin.launcher.TocsinServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/**
 * A Tocsin set up for a test: a server with the built EAR, a PostgreSQL of its own, an SMTP server,
 * a first admin, and loopback receivers allowed.
 */
final class TestSystem implements AutoCloseable {

  static final String PASSWORD = "correct horse battery staple";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final String name;
  private final String keys = secretKeys();
  private final EmbeddedPostgres postgres;
  private final Database database;
  private final TocsinServer server;
  private final GreenMail mail;
  private final Map<String, String> customerIds = new ConcurrentHashMap<>();
  private String adminToken = "";

  private TestSystem(String name) {
    this.name = name;
    Path directory = output().resolve(name);
    postgres = EmbeddedPostgres.start(directory);
    // a database of this run's own: the directory may hold those of earlier runs
    database = postgres.createDatabase(name + "_" + System.currentTimeMillis());
    server = node(database, directory, keys).start();
    mail = new GreenMail(new ServerSetup[] {local("smtp"), local("imap")});
    mail.start();
    setUp();
  }

  private static ServerSetup local(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol).dynamicPort();
  }

  /**
   * The one system that all tests of a run share, started when the first of them asks for it; each
   * test makes things of its own in it.
   */
  static TestSystem shared() {
    return Shared.SYSTEM;
  }

  /** A system of this test's own, to kill and restart. */
  static TestSystem ofItsOwn(String name) {
    return new TestSystem(name);
  }

  /** A node on a database; nodes that share one need the same keys. */
  static dev.tocsin.launcher.TocsinServerBuilder node(
      Database database, Path directory, String secretKeys) {
    return TocsinServer.on(ServerKind.named(System.getProperty("tocsin.server")))
        .ear(Path.of(System.getProperty("tocsin.ear")))
        .directory(directory)
        .installations(output().resolve("servers"))
        .database(database)
        .environment("TOCSIN_SECRET_KEYS", secretKeys)
        .environment("TOCSIN_TRUSTED_PROXIES", "127.0.0.1/32");
  }

  static Path output() {
    return Path.of(System.getProperty("tocsin.output")).toAbsolutePath();
  }

  static String secretKeys() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return "1:" + Base64.getEncoder().encodeToString(key);
  }

  private void setUp() {
    // from this machine and through no proxy: no set-up token is asked for
    Api anonymous = Api.anonymous(baseUri());
    assertThat(anonymous.get("/api/v1/setup").expect(200).at("/complete")).isEqualTo("false");
    anonymous
        .post(
            "/api/v1/auth/bootstrap",
            Map.of("email", "admin@example.org", "name", "Ada Admin", "password", PASSWORD))
        .expect(201);
    Api session = signIn("admin@example.org", PASSWORD);
    adminToken =
        session
            .post("/api/v1/api-tokens", Map.of("name", "system test", "role", "admin"))
            .expect(201)
            .at("/token");
    admin()
        .patch(
            "/api/v1/settings",
            Map.of(
                "egress.allowed_networks",
                List.of("127.0.0.1/32"),
                "egress.allow_http",
                true,
                "mail.host",
                "127.0.0.1",
                "mail.port",
                mail.getSmtp().getPort(),
                "mail.tls",
                "none",
                "mail.from",
                "tocsin@example.org"))
        .expect(200);
  }

  /** Signs in and returns the caller with its cookie and CSRF token. */
  Api signIn(String email, String password) {
    Answer login =
        anonymous()
            .post("/api/v1/auth/login", Map.of("email", email, "password", password))
            .expect(200);
    String cookie = login.header("set-cookie").orElseThrow().split(";", 2)[0];
    return anonymous().with("Cookie", cookie).with("X-CSRF-Token", login.at("/csrf_token"));
  }

  URI baseUri() {
    return server.baseUri();
  }

  TocsinServer server() {
    return server;
  }

  Database database() {
    return database;
  }

  String keys() {
    return keys;
  }

  GreenMail mail() {
    return mail;
  }

  /** A caller without credentials, each at an address of its own: tries are limited by address. */
  Api anonymous() {
    int n = COUNTER.incrementAndGet();
    return Api.anonymous(baseUri())
        .with("X-Forwarded-For", "198.18." + n / 250 + "." + (n % 250 + 1));
  }

  Api admin() {
    return anonymous().bearer(adminToken);
  }

  String adminToken() {
    return adminToken;
  }

  /** A name that nothing else in this system has. */
  String unique(String stem) {
    return stem + "-" + COUNTER.incrementAndGet();
  }

  /** Makes a user with a mailbox and returns its handle. */
  String newUser(String stem, String role) {
    String handle = unique(stem);
    admin()
        .post(
            "/api/v1/users",
            Map.of(
                "email", handle + "@example.org",
                "name", handle,
                "handle", handle,
                "role", role,
                "password", PASSWORD))
        .expect(201);
    return handle;
  }

  String newToken(String role) {
    return admin()
        .post("/api/v1/api-tokens", Map.of("name", unique(role), "role", role))
        .expect(201)
        .at("/token");
  }

  /** Makes a customer and returns its key. */
  String newCustomer() {
    String key = unique("cust");
    Answer created = admin().post("/api/v1/customers", Map.of("key", key, "name", key)).expect(201);
    customerIds.put(key, created.at("/id"));
    return key;
  }

  /** The id of a customer that {@link #newCustomer} made. */
  String customerId(String key) {
    return Objects.requireNonNull(customerIds.get(key));
  }

  /** Reads the mailbox of a user of the mail server whose password is {@code secret}. */
  String newMailbox(String user, Map<String, String> customersByDomain) {
    return admin()
        .post(
            "/api/v1/mailboxes",
            Map.of(
                "name",
                user,
                "host",
                "127.0.0.1",
                "port",
                mail.getImap().getPort(),
                "tls",
                "none",
                "username",
                user,
                "password",
                "secret",
                "priority",
                "P2",
                "domains",
                customersByDomain))
        .expect(201)
        .at("/id");
  }

  String newCustomerToken(String key) {
    return admin()
        .post(
            "/api/v1/api-tokens",
            Map.of("name", unique("token"), "role", "customer", "customer_id", customerId(key)))
        .expect(201)
        .at("/token");
  }

  /** Makes a one-layer weekly schedule on which this user is always on, and returns its id. */
  String newSchedule(String userName) {
    return admin()
        .post(
            "/api/v1/schedules",
            Map.of(
                "name", unique("Primary"),
                "time_zone", "Europe/Berlin",
                "layers",
                    List.of(
                        Map.of(
                            "name",
                            "Weekly",
                            "order_index",
                            0,
                            "rotation_type",
                            "weekly",
                            "rotation_length",
                            1,
                            "rotation_start",
                            "2024-01-01T09:00:00",
                            "participants",
                            List.of(Map.of("user_name", userName))))))
        .expect(201)
        .at("/id");
  }

  /** Makes a policy: the schedule first, after some seconds this user; returns its id. */
  String newPolicy(String scheduleId, String thenUser, int seconds) {
    return admin()
        .post(
            "/api/v1/escalation-policies",
            Map.of(
                "name", unique("Policy"),
                "tiers",
                    List.of(
                        Map.of(
                            "target_type", "schedule",
                            "schedule_id", scheduleId,
                            "timeout_seconds", seconds),
                        Map.of(
                            "target_type",
                            "users",
                            "user_names",
                            List.of(thenUser),
                            "timeout_seconds",
                            60))))
        .expect(201)
        .at("/id");
  }

  Answer subscribe(WebhookReceiver receiver, String... eventTypes) {
    return admin()
        .post(
            "/api/v1/webhook-subscriptions",
            Map.of(
                "name", unique("hook"),
                "url", receiver.url(),
                "event_types", Arrays.asList(eventTypes)))
        .expect(201);
  }

  /** Sends one firing alert the way Alertmanager does, without Alertmanager. */
  Answer alert(String alertname, String severity) {
    Map<String, Object> alert = new HashMap<>();
    alert.put("status", "firing");
    alert.put("labels", Map.of("alertname", alertname, "severity", severity));
    alert.put("annotations", Map.of("summary", alertname));
    alert.put("startsAt", "2026-01-01T00:00:00Z");
    return admin()
        .post(
            "/api/v1/webhooks/prometheus",
            Map.of(
                "version", "4",
                "status", "firing",
                "receiver", "tocsin",
                "groupLabels", Map.of(),
                "commonLabels", Map.of(),
                "commonAnnotations", Map.of(),
                "externalURL", "http://alertmanager",
                "groupKey", "{}",
                "alerts", List.of(alert)));
  }

  /** The one incident of this title. */
  Answer incidentTitled(String title) {
    JsonNode incidents = admin().get("/api/v1/incidents?limit=250").expect(200).json().at("/data");
    JsonNode found =
        StreamSupport.stream(incidents.spliterator(), false)
            .filter(incident -> incident.at("/title").asText().equals(title))
            .reduce(
                (one, another) -> {
                  throw new AssertionError("two incidents are titled " + title);
                })
            .orElseThrow(() -> new AssertionError("no incident is titled " + title));
    return admin().get("/api/v1/incidents/" + found.at("/id").asText()).expect(200);
  }

  /** The messages that a user received. */
  List<MimeMessage> mailTo(String handle) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> GreenMailUtil.getAddressList(recipients(message)).contains(handle + "@"))
        .toList();
  }

  private static Address[] recipients(MimeMessage message) {
    try {
      return message.getAllRecipients();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    return number("SELECT count(*) FROM " + table);
  }

  /** Takes a ticket's row from everybody until the connection is closed. */
  Connection hold(String ticketId) throws SQLException {
    return holding("SELECT 1 FROM ticketing.ticket WHERE id = '" + ticketId + "' FOR UPDATE");
  }

  /** Keeps what a statement locks until the connection is closed. */
  Connection holding(String lock) throws SQLException {
    Connection connection = database().connect();
    connection.setAutoCommit(false);
    try (Statement sql = connection.createStatement()) {
      sql.execute(lock);
    }
    return connection;
  }

  /** Copies a ticket so many times, under numbers of their own and with one tag. */
  void copyTicket(String id, int times, String tag) {
    String copies =
        """
        INSERT INTO ticketing.ticket
        SELECT copy.* FROM ticketing.ticket t, generate_series(1, %d) i,
          LATERAL jsonb_populate_record(t, jsonb_build_object(
            'id', gen_random_uuid(), 'number', nextval('ticketing.ticket_number') + 0 * i,
            'tags', jsonb_build_array('%s'))) copy
        WHERE t.id = '%s'
        """;
    try (Connection connection = database().connect();
        Statement sql = connection.createStatement()) {
      sql.execute(copies.formatted(times, tag, id));
    } catch (SQLException e) {
      throw new IllegalStateException(copies, e);
    }
  }

  long number(String query) {
    try (Connection connection = database().connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /**
   * What the system knows of an incident's paging, for the message of a test that waited in vain.
   */
  String pagingStory() {
    return admin().get("/api/v1/incidents?limit=3").text()
        + admin().get("/api/v1/alerts?limit=3").text()
        + admin().get("/api/v1/deliveries?limit=10").text();
  }

  static Duration soon() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void close() {
    mail.stop();
    server.stop();
    postgres.stop();
  }

  @Override
  public String toString() {
    return "Tocsin " + name + " at " + baseUri();
  }

  private static final class Shared {
    static final TestSystem SYSTEM = new TestSystem("shared");

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SYSTEM::close));
    }
  }
}
