package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static dev.tocsin.accounts.House.PASSWORD;
import static dev.tocsin.accounts.House.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.internal.ExpiredAccess;
import dev.tocsin.accounts.internal.PasswordRequests;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.TooManyRequests;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.platform.work.Nudge;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

  private static final String OTHER = "another long password";

  @RegisterExtension static final House house = new House();

  private final Users users = house.get(Users.class);
  private final SignIn signIn = house.get(SignIn.class);

  @Test
  @Tag("regen-45")
  @Tag("ticketpulse-31")
  @Tag("ticketpulse-36")
  void theFirstAdminIsMadeOnce() {
    assertThat(signIn.setupComplete()).isFalse();
    BootstrapAdmin command = new BootstrapAdmin("Ada@example.com", "Ada", PASSWORD, null);
    UserView ada = signIn.bootstrap(command);
    assertThat(ada.role()).isEqualTo(Role.ADMIN);
    assertThat(ada.handle()).isEqualTo("ada");
    assertThat(signIn.setupComplete()).isTrue();
    BootstrapAdmin second = new BootstrapAdmin("bob@example.com", "Bob", PASSWORD, null);
    assertThatThrownBy(() -> signIn.bootstrap(second))
        .asInstanceOf(type(Conflict.class))
        .extracting(DomainException::code)
        .isEqualTo("already_set_up");
    assertThat(login("ada@EXAMPLE.com", PASSWORD).user().id()).isEqualTo(ada.id());
  }

  @Test
  void aBadBootstrapNamesEveryFaultAndMakesNobody() {
    BootstrapAdmin bad = new BootstrapAdmin("x", "\u0007", "short", null);
    assertFaults(() -> signIn.bootstrap(bad), "/email", "/name", "/password");
    assertThat(signIn.setupComplete()).isFalse();
  }

  @Test
  @Tag("ticketpulse-31")
  void anUnknownEmailIsAsWrongAsAWrongPassword() {
    users.create(ADMIN, person("ada", Role.AGENT));
    users.create(ADMIN, invitee("bob"));
    UserView gone = users.create(ADMIN, person("eve", Role.AGENT));
    users.deactivate(ADMIN, gone.id(), null);
    List<LogIn> wrong =
        List.of(
            new LogIn("ada@example.com", OTHER),
            new LogIn("nobody@example.com", PASSWORD),
            new LogIn("bob@example.com", PASSWORD),
            new LogIn("bob@example.com", ""),
            new LogIn("not an address", PASSWORD),
            new LogIn("' OR 1=1 --", PASSWORD),
            new LogIn("eve@example.com", PASSWORD));
    for (LogIn attempt : wrong) {
      assertThatThrownBy(() -> signIn.login(attempt)).isInstanceOf(Unauthenticated.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "nobody@example.com"})
  @Tag("regen-45")
  void fiveFailuresLockTheNameForAQuarterOfAnHour(String email) {
    users.create(ADMIN, person("ada", Role.AGENT));
    failTimes(5, email);
    assertLocked(email.toUpperCase(java.util.Locale.ROOT), OTHER);
    assertLocked(email, PASSWORD);
    house.clock().advance(Duration.ofMinutes(15).minusMillis(1));
    assertLocked(email, PASSWORD);
    house.clock().advance(Duration.ofMillis(1));
    if (email.startsWith("ada")) {
      assertThat(login(email, PASSWORD)).isNotNull();
    } else {
      assertThatThrownBy(() -> login(email, PASSWORD)).isInstanceOf(Unauthenticated.class);
    }
  }

  @Test
  void theRightPasswordForgivesEarlierFailures() {
    users.create(ADMIN, person("ada", Role.AGENT));
    failTimes(4, "ada@example.com");
    login("ada@example.com", PASSWORD);
    failTimes(4, "ada@example.com");
    assertThat(login("ada@example.com", PASSWORD)).isNotNull();
  }

  @Test
  void aSessionEndsWhenIdleAndAfterAWeekInAnyCase() {
    users.create(ADMIN, person("ada", Role.AGENT));
    String token = login("ada@example.com", PASSWORD).sessionToken();
    SessionView session = signIn.session(token).orElseThrow();
    assertThat(session.actor().name()).isEqualTo("ada");
    assertThat(session.actor().role()).isEqualTo(Role.AGENT);
    for (int i = 0; i < 15; i++) {
      house.clock().advance(Duration.ofHours(11));
      assertThat(signIn.session(token)).isPresent();
    }
    house.clock().advance(Duration.ofHours(3));
    assertThat(signIn.session(token)).isEmpty();

    String idle = login("ada@example.com", PASSWORD).sessionToken();
    house.clock().advance(Duration.ofHours(12));
    assertThat(signIn.session(idle)).isEmpty();
  }

  @Test
  void nothingThatIsStoredOpensASession() {
    users.create(ADMIN, person("ada", Role.AGENT));
    SignedIn in = login("ada@example.com", PASSWORD);
    String stored =
        house
            .db()
            .call(
                "accounts",
                em ->
                    (String)
                        em.createNativeQuery("SELECT token_hash FROM accounts.sessions")
                            .getSingleResult());
    assertThat(stored).isNotEqualTo(in.sessionToken());
    assertThat(signIn.session(stored)).isEmpty();
    assertThat(in.toString()).doesNotContain(in.sessionToken(), in.csrfToken());
    assertThat(signIn.session(in.sessionToken()).orElseThrow().csrfToken())
        .isEqualTo(in.csrfToken());
  }

  @Test
  void aRoleTakenAwayIsGoneFromOpenSessions() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    String token = login("ada@example.com", PASSWORD).sessionToken();
    ChangeUser demotion = new ChangeUser(null, null, null, Role.VIEWER, null, null);
    users.change(ADMIN, ada.id(), demotion, null);
    assertThat(signIn.session(token).orElseThrow().actor().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void logoutEndsTheSessionAndNoOther() {
    users.create(ADMIN, person("ada", Role.AGENT));
    String one = login("ada@example.com", PASSWORD).sessionToken();
    String two = login("ada@example.com", PASSWORD).sessionToken();
    signIn.logout(one);
    signIn.logout(one);
    assertThat(signIn.session(one)).isEmpty();
    assertThat(signIn.session(two)).isPresent();
  }

  @Test
  void aHashMadeAtAnOldCostIsMadeAnewOnLogin() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    // "password" at the cost of 64 MiB
    house
        .db()
        .sql(
            "UPDATE accounts.users SET password_hash ="
                + " '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'");
    assertThat(login("ada@example.com", "password").user().id()).isEqualTo(ada.id());
    String hash =
        house
            .db()
            .call(
                "accounts",
                em ->
                    (String)
                        em.createNativeQuery("SELECT password_hash FROM accounts.users")
                            .getSingleResult());
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(login("ada@example.com", "password")).isNotNull();
  }

  @Test
  @Tag("regen-47")
  void peopleRenameThemselvesAndNothingElse() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    UserView renamed =
        signIn.changeOwn(House.actor(ada), new ChangeOwn("Ada L.", null, null), null);
    assertThat(renamed.name()).isEqualTo("Ada L.");
    assertThat(renamed.role()).isEqualTo(Role.AGENT);
    assertThat(renamed.email()).isEqualTo(ada.email());
    assertThat(login("ada@example.com", PASSWORD)).isNotNull();
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsOtherSessions() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    Actor self = House.actor(ada);
    String here = login("ada@example.com", PASSWORD).sessionToken();
    String elsewhere = login("ada@example.com", PASSWORD).sessionToken();

    assertFaults(
        () -> signIn.changeOwn(self, new ChangeOwn(null, null, OTHER), here), "/current_password");
    assertFaults(
        () -> signIn.changeOwn(self, new ChangeOwn(null, OTHER, OTHER), here), "/current_password");
    assertFaults(
        () -> signIn.changeOwn(self, new ChangeOwn(null, PASSWORD, "short"), here),
        "/new_password");

    signIn.changeOwn(self, new ChangeOwn(null, PASSWORD, OTHER), here);
    assertThat(signIn.session(here)).isPresent();
    assertThat(signIn.session(elsewhere)).isEmpty();
    assertThatThrownBy(() -> login("ada@example.com", PASSWORD))
        .isInstanceOf(Unauthenticated.class);
    assertThat(login("ada@example.com", OTHER)).isNotNull();
  }

  @Test
  void guessingTheCurrentPasswordLocksTooButNotTheSignIn() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    ChangeOwn guess = new ChangeOwn(null, "guess", OTHER);
    for (int i = 0; i < 5; i++) {
      assertFaults(() -> signIn.changeOwn(House.actor(ada), guess, null), "/current_password");
    }
    assertThatThrownBy(() -> signIn.changeOwn(House.actor(ada), guess, null))
        .isInstanceOf(TooManyRequests.class);
    assertThat(login("ada@example.com", PASSWORD)).isNotNull();
  }

  @Test
  void aTokenHasNoNameAndNoPasswordToChange() {
    Actor token = new Actor(Actor.Kind.API_TOKEN, UUID.randomUUID(), "t", Role.ADMIN, null);
    assertThatThrownBy(() -> signIn.changeOwn(token, new ChangeOwn("x", null, null), null))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  @Tag("regen-46")
  void forgettingIsAnsweredAlikeAndOnlyAnActivePersonGetsALink() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    UserView gone = users.create(ADMIN, person("eve", Role.AGENT));
    users.deactivate(ADMIN, gone.id(), null);
    for (String email : List.of("ADA@example.com", "nobody@example.com", "eve@example.com")) {
      signIn.forgotPassword(new ForgotPassword(email));
    }
    assertThat(house.announced(PasswordResetRequested.class)).isEmpty();
    assertThat(house.announced(Nudge.class)).hasSize(3);

    assertThat(house.get(PasswordRequests.class).run(House.START).done()).isEqualTo(3);
    assertThat(house.announced(PasswordResetRequested.class))
        .extracting(PasswordResetRequested::userId)
        .containsExactly(ada.id());
    PasswordResetRequested link = resetLink();
    assertThat(link.expiresAt()).isEqualTo(House.START.plus(Duration.ofHours(1)));
    assertThat(link.toString()).doesNotContain(link.token(), "ada");
    assertThat(house.get(PasswordRequests.class).run(House.START).done()).isZero();
  }

  @Test
  void aResetLinkWorksOnceAndEndsSessionsAndLocks() {
    users.create(ADMIN, person("ada", Role.AGENT));
    String session = login("ada@example.com", PASSWORD).sessionToken();
    failTimes(5, "ada@example.com");
    forget("ada@example.com");
    forget("ada@example.com");
    String token = resetLink().token();
    assertFaults(() -> signIn.resetPassword(new ResetPassword(token, "short")), "/new_password");
    signIn.resetPassword(new ResetPassword(token, OTHER));
    for (PasswordResetRequested link : house.announced(PasswordResetRequested.class)) {
      assertFaults(() -> signIn.resetPassword(new ResetPassword(link.token(), OTHER)), "/token");
    }
    assertThat(signIn.session(session)).isEmpty();
    assertThat(login("ada@example.com", OTHER)).isNotNull();
  }

  @Test
  void aResetLinkWorksForAnHour() {
    users.create(ADMIN, person("ada", Role.AGENT));
    forget("ada@example.com");
    house.clock().advance(Duration.ofHours(1));
    String token = resetLink().token();
    assertFaults(() -> signIn.resetPassword(new ResetPassword(token, OTHER)), "/token");
    assertFaults(
        () -> signIn.resetPassword(new ResetPassword("made up", "short")),
        "/new_password",
        "/token");
  }

  @Test
  void noMailboxIsFloodedWithLinks() {
    users.create(ADMIN, person("ada", Role.AGENT));
    for (int i = 0; i < 10; i++) {
      forget("ada@example.com");
    }
    assertThat(house.announced(PasswordResetRequested.class)).hasSize(3);
  }

  @Test
  void aNewAddressMakesLinksToTheOldOneWorthless() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    forget("ada@example.com");
    users.change(
        ADMIN, ada.id(), new ChangeUser("ada@new.example", null, null, null, null, null), null);
    String token = resetLink().token();
    assertFaults(() -> signIn.resetPassword(new ResetPassword(token, OTHER)), "/token");
  }

  @Test
  void whatExpiredIsThrownAwayAndWhatLivesIsKept() {
    users.create(ADMIN, person("ada", Role.AGENT));
    login("ada@example.com", PASSWORD);
    forget("ada@example.com");
    failTimes(5, "nobody@example.com");
    ExpiredAccess purge = house.get(ExpiredAccess.class);
    assertThat(purge.run(now()).done()).isZero();
    assertLocked("nobody@example.com", PASSWORD);
    house.clock().advance(Duration.ofDays(1));
    assertThat(purge.run(now()).done()).isEqualTo(3);
    assertThat(purge.run(now()).done()).isZero();
  }

  private java.time.Instant now() {
    return house.clock().instant();
  }

  private SignedIn login(String email, String password) {
    return signIn.login(new LogIn(email, password));
  }

  private void failTimes(int times, String email) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> login(email, OTHER)).isInstanceOf(Unauthenticated.class);
    }
  }

  private void assertLocked(String email, String password) {
    assertThatThrownBy(() -> login(email, password))
        .asInstanceOf(type(TooManyRequests.class))
        .extracting(TooManyRequests::retryAfterSeconds)
        .isEqualTo(900L);
  }

  private void forget(String email) {
    signIn.forgotPassword(new ForgotPassword(email));
    house.get(PasswordRequests.class).run(now());
  }

  private static PasswordResetRequested resetLink() {
    return house.announced(PasswordResetRequested.class).get(0);
  }

  private static CreateUser invitee(String name) {
    return new CreateUser(name + "@example.com", name, name, Role.AGENT, null, null);
  }

  private static void assertFaults(ThrowingCallable attempt, String... pointers) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(pointers);
  }
}
