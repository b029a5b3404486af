package dev.tocsin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.TestKeys;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("platform");

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final SecretBox BOX = TestKeys.box(1);
  private static final Actor ADMIN =
      new Actor(Actor.Kind.USER, UUID.randomUUID(), "Ada", Role.ADMIN, null);
  private static final Actor SYSTEM = Actor.system("escalation");

  @BeforeEach
  void emptyChain() {
    tamper("TRUNCATE platform.audit_entry; TRUNCATE platform.audit_head");
  }

  @Test
  void anEmptyChainIsIntact() {
    assertThat(verify()).isEqualTo(AuditVerification.good(0));
  }

  @Test
  void everyEntryIsKeptAndTheChainIsIntact() {
    record(5);
    assertThat(verify()).isEqualTo(AuditVerification.good(5));
    List<AuditEntryView> entries = list(AuditQuery.ALL);
    assertThat(entries).extracting(AuditEntryView::seq).containsExactly(5L, 4L, 3L, 2L, 1L);
    AuditEntryView first = entries.get(4);
    assertThat(first.at()).isEqualTo(AT);
    assertThat(first.actor()).isEqualTo(new AuditEntryView.By(Actor.Kind.USER, ADMIN.id(), "Ada"));
    assertThat(first.action()).isEqualTo("thing.changed");
    assertThat(first.entityId()).isEqualTo("t-1");
    assertThat(first.detail().get("n").asInt()).isEqualTo(1);
  }

  @Test
  void severalEntriesOfOneTransactionFollowEachOther() {
    db.run(
        "platform",
        em -> {
          Audit audit = new Audit(em, BOX, Clock.fixed(AT, ZoneOffset.UTC));
          for (int i = 0; i < 3; i++) {
            audit.record(SYSTEM, "a", "b", "c", Map.of());
          }
        });
    assertThat(verify()).isEqualTo(AuditVerification.good(3));
  }

  @Test
  void whatRollsBackLeavesNoGap() {
    record(2);
    assertThatThrownBy(
            () ->
                db.run(
                    "platform",
                    em -> {
                      new Audit(em, BOX, Clock.systemUTC()).record(SYSTEM, "a", "b", "c", Map.of());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    record(1);
    assertThat(verify()).isEqualTo(AuditVerification.good(3));
  }

  @Test
  void concurrentTransactionsTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        done.add(threads.submit(() -> record(1)));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(verify()).isEqualTo(AuditVerification.good(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + interval '1 microsecond'",
        "actor_kind = 'SYSTEM'",
        "actor_id = gen_random_uuid()",
        "actor_id = NULL",
        "actor_name = 'Eve'",
        "action = 'thing.kept'",
        "entity_type = 'other'",
        "entity_id = 't-9'",
        "detail = '{\"n\":9}'",
        "hash = sha256('x')",
        "previous_hash = sha256('x')",
        "action = 'thing.', entity_type = 'changedthing'"
      })
  void aChangedFieldIsFound(String change) {
    record(5);
    tamper("UPDATE platform.audit_entry SET " + change + " WHERE seq = 3");
    assertThat(verify().brokenSeq()).isEqualTo(3);
    assertThat(verify().checked()).isEqualTo(2);
    assertThat(verify().intact()).isFalse();
  }

  @Test
  void aRewrittenEntryIsFoundAlthoughItsHashFits() {
    record(5);
    rewrite(3);
    assertThat(verify().brokenSeq()).isEqualTo(4);
    rewrite(5);
    tamper(
        "UPDATE platform.audit_entry SET previous_hash = (SELECT hash FROM"
            + " platform.audit_entry WHERE seq = 3) WHERE seq = 4");
    assertThat(verify().brokenSeq()).isEqualTo(4);
  }

  @Test
  void aRewrittenLastEntryIsFound() {
    record(5);
    rewrite(5);
    assertThat(verify().brokenSeq()).isEqualTo(5);
  }

  @Test
  void aRemovedEntryIsFound() {
    record(5);
    tamper("DELETE FROM platform.audit_entry WHERE seq = 2");
    assertThat(verify().brokenSeq()).isEqualTo(2);
  }

  @Test
  void swappedEntriesAreFound() {
    record(5);
    tamper(
        "UPDATE platform.audit_entry SET seq = -2 WHERE seq = 2;"
            + " UPDATE platform.audit_entry SET seq = 2 WHERE seq = 4;"
            + " UPDATE platform.audit_entry SET seq = 4 WHERE seq = -2");
    assertThat(verify().brokenSeq()).isEqualTo(2);
  }

  @Test
  void aCutTailIsFound() {
    record(5);
    tamper("DELETE FROM platform.audit_entry WHERE seq > 3");
    assertThat(verify().brokenSeq()).isEqualTo(4);
  }

  @Test
  void aCutTailIsFoundAlthoughTheHeadWasMadeToFit() {
    record(5);
    tamper(
        "DELETE FROM platform.audit_entry WHERE seq > 3;"
            + " UPDATE platform.audit_head SET seq = 3, hash = (SELECT hash FROM"
            + " platform.audit_entry WHERE seq = 3)");
    assertThat(verify())
        .isEqualTo(AuditVerification.brokenHead(3, "The head was changed or the tail was cut."));
  }

  @Test
  void aLostHeadIsFoundAndNothingIsAppendedAfterIt() {
    record(2);
    tamper("DELETE FROM platform.audit_head");
    assertThat(verify()).isEqualTo(AuditVerification.brokenHead(0, "The head is missing."));
    assertThatThrownBy(() -> record(1)).hasMessageContaining("head");
  }

  @Test
  void anEntryOutsideTheChainIsFound() {
    record(2);
    tamper(
        "INSERT INTO platform.audit_entry SELECT 3, at, actor_kind, actor_id, actor_name, action,"
            + " entity_type, entity_id, detail, previous_hash, hash FROM platform.audit_entry"
            + " WHERE seq = 2");
    assertThat(verify().brokenSeq()).isEqualTo(3);
  }

  @Test
  void theHeadStaysProvenWhileItsKeyIsKnownAndIsAnchoredWithTheNewestKey() {
    record(2);
    SecretBox rotated = TestKeys.box(1, 2);
    assertThat(verify(rotated).intact()).isTrue();
    assertThat(verify(TestKeys.box(2)).reason()).contains("key 1");
    db.run(
        "platform",
        em -> new Audit(em, rotated, Clock.systemUTC()).record(SYSTEM, "a", "b", "c", Map.of()));
    assertThat(verify(TestKeys.box(2))).isEqualTo(AuditVerification.good(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE platform.audit_entry SET action = 'x'",
        "DELETE FROM platform.audit_entry",
        "TRUNCATE platform.audit_entry",
        "DELETE FROM platform.audit_head",
        "TRUNCATE platform.audit_head"
      })
  void theDatabaseItselfRefusesToChangeThePast(String statement) {
    record(1);
    assertThatThrownBy(() -> db.sql(statement))
        .hasCauseInstanceOf(SQLException.class)
        .rootCause()
        .hasMessageContaining("the audit chain only grows");
  }

  @Test
  void aLongChainIsWalkedInBatches() {
    db.run(
        "platform",
        em -> {
          Audit audit = new Audit(em, BOX, Clock.fixed(AT, ZoneOffset.UTC));
          for (int i = 0; i < 2_500; i++) {
            audit.record(SYSTEM, "a", "b", "c", Map.of());
          }
        });
    assertThat(verify()).isEqualTo(AuditVerification.good(2_500));
    tamper("UPDATE platform.audit_entry SET detail = '[]' WHERE seq = 2001");
    assertThat(verify().brokenSeq()).isEqualTo(2_001);
  }

  @Test
  void entriesAreFoundByWhatTheyAreAbout() {
    record(3);
    db.run(
        "platform",
        em ->
            new Audit(em, BOX, Clock.fixed(AT.plusSeconds(60), ZoneOffset.UTC))
                .record(SYSTEM, "page.sent", "incident", "INC-1", Map.of()));
    assertThat(seqs(query("incident", null, null, null))).containsExactly(4L);
    assertThat(seqs(query(null, "t-2", null, null))).containsExactly(2L);
    assertThat(seqs(query(null, null, String.valueOf(ADMIN.id()), null))).hasSize(3);
    assertThat(seqs(query(null, null, "escalation", null))).containsExactly(4L);
    assertThat(seqs(query(null, null, "Bob", null))).isEmpty();
    assertThat(seqs(query(null, null, null, "page.sent"))).containsExactly(4L);
    assertThat(seqs(new AuditQuery(null, null, null, null, AT.plusSeconds(60), null)))
        .containsExactly(4L);
    assertThat(seqs(new AuditQuery(null, null, null, null, null, AT.plusSeconds(60)))).hasSize(3);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    record(5);
    Page<AuditEntryView> first = page(new PageRequest(2, null));
    Page<AuditEntryView> second = page(new PageRequest(2, first.nextCursor()));
    Page<AuditEntryView> third = page(new PageRequest(2, second.nextCursor()));
    assertThat(first.data()).extracting(AuditEntryView::seq).containsExactly(5L, 4L);
    assertThat(second.data()).extracting(AuditEntryView::seq).containsExactly(3L, 2L);
    assertThat(third.data()).extracting(AuditEntryView::seq).containsExactly(1L);
    assertThat(third.nextCursor()).isNull();
  }

  @Test
  void onlyAnAdministratorReadsIt() {
    Actor agent = new Actor(Actor.Kind.USER, UUID.randomUUID(), "Ann", Role.AGENT, null);
    db.run(
        "platform",
        em -> {
          AuditLog log = new AuditLog(em, BOX);
          assertThatThrownBy(() -> log.list(agent, AuditQuery.ALL, PageRequest.first()))
              .isInstanceOf(Forbidden.class);
          assertThatThrownBy(() -> log.verify(agent)).isInstanceOf(Forbidden.class);
        });
  }

  private static void record(int count) {
    for (int i = 1; i <= count; i++) {
      Map<String, Object> detail = Map.of("n", i);
      String id = "t-" + i;
      db.run(
          "platform",
          em ->
              new Audit(em, BOX, Clock.fixed(AT, ZoneOffset.UTC))
                  .record(ADMIN, "thing.changed", "thing", id, detail));
    }
  }

  /** Changes an entry as somebody would who knows how hashes are made. */
  private static void rewrite(long seq) {
    tamper("UPDATE platform.audit_entry SET detail = '[]' WHERE seq = " + seq);
    byte[] hash = db.call("platform", em -> em.find(AuditEntry.class, seq).computedHash());
    tamper(
        "UPDATE platform.audit_entry SET hash = '\\x"
            + HexFormat.of().formatHex(hash)
            + "' WHERE seq = "
            + seq);
  }

  /** Runs SQL as an intruder with all rights: triggers are off. */
  private static void tamper(String statements) {
    db.sql("BEGIN; SET LOCAL session_replication_role = replica; " + statements + "; COMMIT");
  }

  private static AuditVerification verify() {
    return verify(BOX);
  }

  private static AuditVerification verify(SecretBox box) {
    return db.call("platform", em -> new AuditLog(em, box).verify(ADMIN));
  }

  private static List<AuditEntryView> list(AuditQuery query) {
    return db.call(
        "platform", em -> new AuditLog(em, BOX).list(ADMIN, query, PageRequest.first()).data());
  }

  private static List<Long> seqs(AuditQuery query) {
    return list(query).stream().map(AuditEntryView::seq).toList();
  }

  private static Page<AuditEntryView> page(PageRequest request) {
    return db.call("platform", em -> new AuditLog(em, BOX).list(ADMIN, AuditQuery.ALL, request));
  }

  private static AuditQuery query(
      @Nullable String type, @Nullable String id, @Nullable String actor, @Nullable String action) {
    return new AuditQuery(type, id, actor, action, null, null);
  }
}
