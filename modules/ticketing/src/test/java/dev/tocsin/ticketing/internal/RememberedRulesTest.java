package dev.tocsin.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.Ticketing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a node remembers is what the database says, whoever changes it and however. */
class RememberedRulesTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  @BeforeEach
  void oneRule() {
    db.sql("TRUNCATE ticketing.routing_rule");
    db.sql(
        "INSERT INTO ticketing.routing_rule VALUES (gen_random_uuid(), 'first', 1, true, '{}', '{}',"
            + " now(), now(), 1)");
  }

  private static List<RoutingRule> remembered() {
    return beans.get(Transactions.class).call(() -> beans.get(RoutingRules.class).remembered());
  }

  private static List<String> names() {
    return remembered().stream().map(RoutingRule::name).toList();
  }

  @Test
  void rowsAreReadOnceWhileNothingChanges() {
    RoutingRule once = remembered().get(0);

    assertThat(remembered().get(0)).isSameAs(once);
  }

  @Test
  void everyKindOfChangeIsNoticedWithWhateverToolItIsMade() {
    assertThat(names()).containsExactly("first");

    db.sql("UPDATE ticketing.routing_rule SET name = 'renamed'");
    assertThat(names()).containsExactly("renamed");

    db.sql(
        "INSERT INTO ticketing.routing_rule VALUES (gen_random_uuid(), 'second', 2, true, '{}',"
            + " '{}', now(), now(), 1)");
    assertThat(names()).containsExactly("renamed", "second");

    db.sql("DELETE FROM ticketing.routing_rule WHERE position = 1");
    assertThat(names()).containsExactly("second");

    db.sql("TRUNCATE ticketing.routing_rule");
    assertThat(names()).isEmpty();
  }

  @Test
  void whatIsNotCommittedIsNotSeenAndWhatIsRolledBackForgetsNothing() throws SQLException {
    RoutingRule once = remembered().get(0);
    try (Connection other = db.dataSource().getConnection();
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute("UPDATE ticketing.routing_rule SET name = 'half done'");

      assertThat(remembered().get(0)).isSameAs(once);

      other.rollback();
    }
    assertThat(remembered().get(0)).isSameAs(once);
  }

  @Test
  void whoAsksAfterACommitNeverHearsWhatWasBeforeIt() {
    int changes = 200;
    AtomicInteger committed = new AtomicInteger();
    db.sql("UPDATE ticketing.routing_rule SET name = '0'");
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                IntStream.rangeClosed(1, changes)
                    .forEach(
                        n -> {
                          db.sql("UPDATE ticketing.routing_rule SET name = '" + n + "'");
                          committed.set(n);
                        }));
    List<CompletableFuture<Void>> readers =
        IntStream.range(0, 3)
            .mapToObj(
                any ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (committed.get() < changes && !writer.isDone()) {
                            int before = committed.get();
                            assertThat(Integer.parseInt(names().get(0)))
                                .isGreaterThanOrEqualTo(before);
                          }
                        }))
            .toList();

    writer.join();
    readers.forEach(CompletableFuture::join);
    assertThat(names()).containsExactly(Integer.toString(changes));
  }
}
