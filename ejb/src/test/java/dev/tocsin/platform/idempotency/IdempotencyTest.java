package dev.tocsin.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.TestKeys;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("platform");

  private static final Instant AT = Instant.parse("2026-03-01T10:30:00.123456Z");
  private static final SecretBox BOX = TestKeys.box(1);
  private static final Actor ADA =
      new Actor(Actor.Kind.USER, UUID.randomUUID(), "Ada", Role.ADMIN, null);

  private final AtomicInteger created = new AtomicInteger();

  @BeforeEach
  void empty() {
    db.sql("TRUNCATE platform.idempotency_key");
  }

  @Test
  void theSecondRequestGetsTheFirstOnesAnswer() {
    Outcome first = post("k", "POST /tickets", "h");
    Outcome second = post("k", "POST /tickets", "h");
    assertThat(second).isEqualTo(first);
    assertThat(first.headers()).containsEntry("Location", "/tickets/1");
    assertThat(created).hasValue(1);
  }

  @Test
  void withoutAKeyEveryRequestCreates() {
    post(null, "POST /tickets", "h");
    post(null, "POST /tickets", "h");
    assertThat(created).hasValue(2);
  }

  @Test
  void theSameKeyForAnotherBodyOrRouteIsAnError() {
    post("k", "POST /tickets", "h");
    assertThatThrownBy(() -> post("k", "POST /tickets", "other"))
        .isInstanceOfSatisfying(
            KeyReused.class, e -> assertThat(e.code()).isEqualTo("idempotency_key_reused"));
    assertThatThrownBy(() -> post("k", "POST /users", "h")).isInstanceOf(KeyReused.class);
    assertThat(created).hasValue(1);
  }

  @Test
  void keysOfDifferentActorsAreDifferentKeys() {
    Actor token = new Actor(Actor.Kind.API_TOKEN, ADA.id(), "Ada", Role.ADMIN, null);
    post("k", "POST /tickets", "h");
    db.call("platform", em -> once(em, AT, token, "k", "POST /tickets", "h", this::create));
    assertThat(created).hasValue(2);
  }

  @Test
  void whatFailedLeavesItsKeyFree() {
    Supplier<Outcome> failing =
        () -> {
          throw new IllegalStateException("failed");
        };
    assertThatThrownBy(
            () -> db.call("platform", em -> once(em, AT, ADA, "k", "POST /tickets", "h", failing)))
        .hasMessage("failed");
    post("k", "POST /tickets", "other");
    assertThat(created).hasValue(1);
  }

  @Test
  void aKeyHoldsForADay() {
    post("k", "POST /tickets", "h");
    postAt(AT.plus(Duration.ofHours(24)).minusNanos(1_000), "k", "h");
    assertThat(created).hasValue(1);
    postAt(AT.plus(Duration.ofHours(24)), "k", "another body");
    assertThat(created).hasValue(2);
    postAt(AT.plus(Duration.ofHours(47)), "k", "another body");
    assertThat(created).hasValue(2);
  }

  @Test
  void ofManyAtOnceOneCreatesAndAllGetItsAnswer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return post("k", "POST /tickets", "h");
                }));
      }
      start.countDown();
      Set<Outcome> different =
          answers.stream().map(IdempotencyTest::get).collect(Collectors.toSet());
      assertThat(different).hasSize(1);
      assertThat(created).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoeverWaitsForOneThatFailsCreates() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    Supplier<Outcome> failing =
        () -> {
          inside.countDown();
          await(fail);
          throw new IllegalStateException("failed");
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Outcome> first =
          threads.submit(
              () ->
                  db.call("platform", em -> once(em, AT, ADA, "k", "POST /tickets", "h", failing)));
      await(inside);
      Future<Outcome> second = threads.submit(() -> post("k", "POST /tickets", "h"));
      fail.countDown();
      assertThat(get(second).status()).isEqualTo(201);
      assertThatThrownBy(first::get).rootCause().hasMessage("failed");
      assertThat(created).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anAnswerIsStoredSealed() throws SQLException {
    db.call(
        "platform",
        em ->
            once(
                em,
                AT,
                ADA,
                "k",
                "POST /api-tokens",
                "h",
                () -> new Outcome(201, Map.of(), "{\"token\":\"tcs_secret\"}")));
    try (Connection connection = db.dataSource().getConnection();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT answer FROM platform.idempotency_key")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).startsWith("enc:").doesNotContain("tcs_secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " k", "k ", "kä", "k\n", "k\u0000"})
  void aKeyIsPrintableAscii(String key) {
    assertThatThrownBy(() -> post(key, "POST /tickets", "h")).isInstanceOf(Rejected.class);
    assertThat(created).hasValue(0);
  }

  @Test
  void aKeyHasAtMost255Characters() {
    post("k".repeat(255), "POST /tickets", "h");
    assertThatThrownBy(() -> post("k".repeat(256), "POST /tickets", "h"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void oldKeysAreDeletedOnceTheirDayIsOver() {
    post("k", "POST /tickets", "h");
    Instant expiry = AT.plus(Duration.ofHours(24));
    assertThat(purge(expiry.minusMillis(1))).isZero();
    assertThat(purge(expiry)).isEqualTo(1);
    assertThat(purge(expiry.plus(Duration.ofDays(1)))).isZero();
  }

  @Test
  void manyOldKeysAreDeletedInBatches() {
    db.sql(
        "INSERT INTO platform.idempotency_key SELECT 'a', n::text, 'x',"
            + " '2026-01-01Z' FROM generate_series(1, 1500) n");
    assertThat(purge(AT)).isEqualTo(1_000);
    assertThat(purge(AT)).isEqualTo(500);
  }

  private Outcome post(@Nullable String key, String route, String bodyHash) {
    return db.call("platform", em -> once(em, AT, ADA, key, route, bodyHash, this::create));
  }

  private void postAt(Instant at, String key, String bodyHash) {
    db.call("platform", em -> once(em, at, ADA, key, "POST /tickets", bodyHash, this::create));
  }

  private Outcome create() {
    int n = created.incrementAndGet();
    return new Outcome(201, Map.of("Location", "/tickets/" + n), "{\"id\": " + n + " }");
  }

  private static Outcome once(
      EntityManager em,
      Instant at,
      Actor actor,
      @Nullable String key,
      String route,
      String bodyHash,
      Supplier<Outcome> create) {
    return new Idempotency(em, BOX, Clock.fixed(at, ZoneOffset.UTC))
        .once(actor, key, route, bodyHash, create);
  }

  private static int purge(Instant now) {
    return db.call("platform", em -> ExpiredKeys.delete(em, now, 1_000));
  }

  private static Outcome get(Future<Outcome> answer) {
    try {
      return answer.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
