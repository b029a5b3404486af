package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static dev.tocsin.accounts.House.PASSWORD;
import static dev.tocsin.accounts.House.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.internal.PasswordRequests;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.DomainException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens when two nodes, or two people, do the same thing at the same moment. */
class RacesTest {

  @RegisterExtension static final House house = new House();

  private final Users users = house.get(Users.class);
  private final SignIn signIn = house.get(SignIn.class);

  @Test
  @Tag("regen-45")
  void ofConcurrentBootstrapsOneWins() throws Exception {
    List<String> outcomes =
        atOnce(
            4,
            i ->
                signIn
                    .bootstrap(new BootstrapAdmin("a" + i + "@example.com", "A", PASSWORD, null))
                    .role()
                    .name());
    assertThat(outcomes)
        .containsExactlyInAnyOrder("ADMIN", "already_set_up", "already_set_up", "already_set_up");
    assertThat(users.list(ADMIN, UserQuery.all(), PageRequest.first()).data()).hasSize(1);
  }

  @Test
  void twoAdminsWhoRemoveEachOtherLeaveOne() throws Exception {
    List<UserView> two =
        List.of(
            users.create(ADMIN, person("ada", Role.ADMIN)),
            users.create(ADMIN, person("bob", Role.ADMIN)));
    List<String> outcomes =
        atOnce(
            2,
            i -> {
              users.deactivate(House.actor(two.get(i)), two.get(1 - i).id(), null);
              return "gone";
            });
    assertThat(outcomes).containsExactlyInAnyOrder("gone", "last_admin");
  }

  @Test
  @Tag("regen-45")
  void guessesMadeAtOnceAreNoMoreThanFive() throws Exception {
    users.create(ADMIN, person("ada", Role.AGENT));
    List<String> outcomes =
        atOnce(
            12, i -> signIn.login(new LogIn("ada@example.com", "wrong password " + i)).toString());
    assertThat(outcomes).filteredOn("unauthenticated"::equals).hasSize(5);
    assertThat(outcomes).filteredOn("too_many_requests"::equals).hasSize(7);
  }

  @Test
  void aLinkClickedTwiceAtOnceWorksOnce() throws Exception {
    users.create(ADMIN, person("ada", Role.AGENT));
    signIn.forgotPassword(new ForgotPassword("ada@example.com"));
    house.get(PasswordRequests.class).run(House.START);
    String token = house.announced(PasswordResetRequested.class).get(0).token();
    List<String> outcomes =
        atOnce(
            3,
            i -> {
              signIn.resetPassword(new ResetPassword(token, "a new long password " + i));
              return "set";
            });
    assertThat(outcomes).containsExactlyInAnyOrder("set", "invalid", "invalid");
  }

  @Test
  void aForgottenPasswordIsAnsweredOnceByTwoNodes() throws Exception {
    users.create(ADMIN, person("ada", Role.AGENT));
    signIn.forgotPassword(new ForgotPassword("ada@example.com"));
    atOnce(4, i -> "" + house.get(PasswordRequests.class).run(House.START).done());
    assertThat(house.announced(PasswordResetRequested.class)).hasSize(1);
  }

  private interface Attempt {
    String make(int i);
  }

  /** Makes attempts at the same moment and returns what each came to: its result or error code. */
  private static List<String> atOnce(int count, Attempt attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Callable<String>> calls = new ArrayList<>();
      for (int n = 0; n < count; n++) {
        int i = n;
        calls.add(
            () -> {
              start.await();
              return attempt.make(i);
            });
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        outcomes.add(outcome(call));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(Future<String> call) throws Exception {
    try {
      return call.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DomainException refused) {
        return refused.code();
      }
      throw e;
    }
  }
}
