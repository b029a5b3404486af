package dev.tocsin.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.Customers;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.sla.internal.SlaDeadlines;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaDeadlinesRaceTest {

  private static final int TICKETS = 150;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private final Actor agent =
      new Actor(Actor.Kind.API_TOKEN, Ids.next(), "agent", Role.AGENT, null);

  @Test
  @Tag("support-24")
  void whateverTwoNodesAndAnAgentDoAtOnceEachBreachIsAnnouncedOnce() throws Exception {
    UUID customer =
        beans
            .get(Customers.class)
            .create(Actor.system("test"), new CreateCustomer("cust-1", "One"))
            .id();
    Ticketing tickets = beans.get(Ticketing.class);
    List<String> numbers =
        IntStream.range(0, TICKETS)
            .mapToObj(i -> tickets.open(agent, p0(customer)).number())
            .toList();
    beans.clock().advance(Duration.ofHours(5));

    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Integer>> everybody = List.of(this::node, this::node, () -> answer(numbers));
      List<Integer> done = new ArrayList<>();
      for (Future<Integer> outcome : pool.invokeAll(everybody)) {
        done.add(outcome.get());
      }
      assertThat(done).allMatch(count -> count >= 0);
    } finally {
      pool.shutdownNow();
    }
    assertThat(beans.announced(SlaBreached.class))
        .hasSize(2 * TICKETS)
        .extracting(SlaBreached::clockId)
        .doesNotHaveDuplicates();
  }

  private static OpenTicket p0(UUID customer) {
    return new OpenTicket(customer, "Help", null, Priority.P0, null, null, null, null, null);
  }

  /** What one node's heartbeat does until nothing is due. */
  private int node() {
    SlaDeadlines deadlines = beans.get(SlaDeadlines.class);
    int done = 0;
    Batch batch;
    do {
      batch = deadlines.run(beans.clock().instant());
      assertThat(batch.failed()).isZero();
      done += batch.done();
    } while (batch.oldestDue() != null);
    return done;
  }

  private int answer(List<String> numbers) {
    Ticketing tickets = beans.get(Ticketing.class);
    numbers.forEach(number -> tickets.comment(agent, number, AddComment.inPublic("Sorry, on it.")));
    return numbers.size();
  }
}
