package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static dev.tocsin.accounts.House.PASSWORD;
import static dev.tocsin.accounts.House.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

  @RegisterExtension static final House house = new House();

  private final Users users = house.get(Users.class);

  @Test
  @Tag("regen-45")
  void thereIsNoLimitToTheNumberOfUsers() {
    for (int i = 1; i <= 12; i++) {
      users.create(ADMIN, invitee("person" + i));
    }
    assertThat(users.list(ADMIN, UserQuery.all(), PageRequest.first()).data()).hasSize(12);
  }

  @Test
  void aNewPersonIsAsTheCommandSaid() {
    UserView ada = users.create(ADMIN, person("Ada", Role.AGENT));
    assertThat(ada.email()).isEqualTo("Ada@Example.com");
    assertThat(ada.handle()).isEqualTo("Ada");
    assertThat(ada.role()).isEqualTo(Role.AGENT);
    assertThat(ada.active()).isTrue();
    assertThat(ada.createdAt()).isEqualTo(House.START);
    assertThat(users.require(ADMIN, ada.id())).isEqualTo(ada);
    assertThat(house.announced(UserInvited.class)).isEmpty();
    assertThat(isAudited("user.created", ada.id())).isTrue();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    CreateUser bad =
        new CreateUser("no address", " ", "no handle", Role.CUSTOMER, null, "too short");
    assertThatThrownBy(() -> users.create(ADMIN, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Fault.class))
        .extracting(Fault::pointer)
        .contains("/email", "/name", "/handle", "/customer_id", "/password");
  }

  @Test
  @Tag("ticketpulse-33")
  void theRoleOfTokensIsNoRoleOfPeople() {
    assertFault("/role", () -> users.create(ADMIN, person("bot", Role.INGEST)));
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    ChangeUser promotion = new ChangeUser(null, null, null, Role.INGEST, null, null);
    assertFault("/role", () -> users.change(ADMIN, ada.id(), promotion, null));
  }

  @Test
  void aCustomersPersonBelongsToACustomerThatExists() {
    assertFault(
        "/customer_id", () -> users.create(ADMIN, person("eve", Role.CUSTOMER, UUID.randomUUID())));
    UUID customer =
        house.get(Customers.class).create(ADMIN, new CreateCustomer("cust-1", "One")).id();
    assertFault("/customer_id", () -> users.create(ADMIN, person("eve", Role.AGENT, customer)));
    assertThat(users.create(ADMIN, person("eve", Role.CUSTOMER, customer)).customerId())
        .isEqualTo(customer);
  }

  @Test
  @Tag("ticketpulse-31")
  void emailsAreComparedWithoutCase() {
    users.create(ADMIN, person("ada", Role.AGENT));
    CreateUser again = new CreateUser("ADA@EXAMPLE.COM", "A", "other", Role.AGENT, null, null);
    assertConflict("email_taken", () -> users.create(ADMIN, again));
  }

  @Test
  void handlesAreUniqueWithoutCase() {
    users.create(ADMIN, person("ada", Role.AGENT));
    CreateUser again = new CreateUser("b@example.com", "B", "ADA", Role.AGENT, null, null);
    assertConflict("handle_taken", () -> users.create(ADMIN, again));
    CreateUser without = new CreateUser("ada@b.com", "B", null, Role.AGENT, null, PASSWORD);
    assertThat(users.create(ADMIN, without).handle()).isEqualTo("ada-2");
  }

  @Test
  @Tag("regen-47")
  void renamingTouchesNothingButTheName() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    String hash = hashOf(ada.id());
    UserView renamed = users.change(ADMIN, ada.id(), ChangeUser.rename("Ada Lovelace"), 1L);
    assertThat(renamed)
        .isEqualTo(
            new UserView(
                ada.id(),
                ada.email(),
                "Ada Lovelace",
                ada.handle(),
                Role.AGENT,
                null,
                true,
                ada.createdAt(),
                2));
    assertThat(hashOf(ada.id())).isEqualTo(hash);
    assertThat(users.require(ADMIN, ada.id())).isEqualTo(renamed);
  }

  @Test
  void whoSawAnOlderVersionChangesNothing() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    users.change(ADMIN, ada.id(), ChangeUser.rename("Ada L."), ada.version());
    assertThatThrownBy(
            () -> users.change(ADMIN, ada.id(), ChangeUser.rename("Other"), ada.version()))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> users.deactivate(ADMIN, ada.id(), ada.version()))
        .isInstanceOf(Stale.class);
    assertThat(users.require(ADMIN, ada.id()).name()).isEqualTo("Ada L.");
  }

  @Test
  @Tag("ticketpulse-33")
  void theLastAdminStays() {
    UserView only = users.create(ADMIN, person("ada", Role.ADMIN));
    assertConflict("last_admin", () -> users.deactivate(ADMIN, only.id(), null));
    ChangeUser demotion = new ChangeUser(null, null, null, Role.AGENT, null, null);
    assertConflict("last_admin", () -> users.change(ADMIN, only.id(), demotion, null));
    ChangeUser off = new ChangeUser(null, null, null, null, null, false);
    assertConflict("last_admin", () -> users.change(ADMIN, only.id(), off, null));
    assertThat(users.require(ADMIN, only.id())).isEqualTo(only);
  }

  @Test
  @Tag("ticketpulse-33")
  void nobodyRemovesThemselves() {
    UserView ada = users.create(ADMIN, person("ada", Role.ADMIN));
    UserView bob = users.create(ADMIN, person("bob", Role.ADMIN));
    Actor self = House.actor(ada);
    assertConflict("self_removal", () -> users.deactivate(self, ada.id(), null));
    ChangeUser demotion = new ChangeUser(null, null, null, Role.VIEWER, null, null);
    assertConflict("self_removal", () -> users.change(self, ada.id(), demotion, null));
    assertThat(users.deactivate(self, bob.id(), null).user().active()).isFalse();
  }

  @Test
  void deactivationEndsSessionsAndTokensAndIsAnnouncedOnce() {
    UserView ada = users.create(ADMIN, person("ada", Role.ADMIN));
    users.create(ADMIN, person("bob", Role.ADMIN));
    SignIn signIn = house.get(SignIn.class);
    ApiTokens tokens = house.get(ApiTokens.class);
    String session = signIn.login(new LogIn("ada@example.com", PASSWORD)).sessionToken();
    CreateApiToken wanted = new CreateApiToken("script", Role.ADMIN, null, null);
    String token = tokens.create(House.actor(ada), wanted).token();
    Actor asToken = tokens.authenticate(token).orElseThrow();
    String tokensToken = tokens.create(asToken, wanted).token();

    users.deactivate(ADMIN, ada.id(), null);
    users.deactivate(ADMIN, ada.id(), null);

    assertThat(signIn.session(session)).isEmpty();
    assertThat(tokens.authenticate(token)).isEmpty();
    assertThat(tokens.authenticate(tokensToken)).isEmpty();
    assertThat(house.announced(UserDeactivated.class))
        .containsExactly(new UserDeactivated(ada.id(), House.START));
  }

  @Test
  void somebodyDeactivatedMayBeLetInAgain() {
    UserView ada = users.create(ADMIN, person("ada", Role.AGENT));
    users.deactivate(ADMIN, ada.id(), null);
    assertConflict("inactive", () -> users.invite(ADMIN, ada.id()));
    ChangeUser back = new ChangeUser(null, null, null, null, null, true);
    assertThat(users.change(ADMIN, ada.id(), back, null).active()).isTrue();
    assertThat(house.get(SignIn.class).login(new LogIn("ada@example.com", PASSWORD)).user().id())
        .isEqualTo(ada.id());
  }

  @Test
  void withoutAPasswordAnInvitationIsAnnounced() {
    UserView bob = users.create(ADMIN, invitee("bob"));
    UserInvited invitation = house.announced(UserInvited.class).get(0);
    assertThat(invitation.userId()).isEqualTo(bob.id());
    assertThat(invitation.email()).isEqualTo("bob@example.com");
    assertThat(invitation.toString()).doesNotContain(invitation.token());

    users.invite(ADMIN, bob.id());
    UserInvited second = house.announced(UserInvited.class).get(1);
    SignIn signIn = house.get(SignIn.class);
    assertFault(
        "/token", () -> signIn.resetPassword(new ResetPassword(invitation.token(), PASSWORD)));
    signIn.resetPassword(new ResetPassword(second.token(), PASSWORD));
    assertThat(signIn.login(new LogIn("bob@example.com", PASSWORD)).user().id())
        .isEqualTo(bob.id());
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  @Tag("regen-46")
  void onlyAdminsChangePeople(Role role) {
    Actor other = House.actor(role);
    UUID id = UUID.randomUUID();
    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> users.create(other, person("x", Role.ADMIN)),
            () -> users.change(other, id, ChangeUser.rename("x"), null),
            () -> users.deactivate(other, id, null),
            () -> users.invite(other, id),
            () -> users.require(other, id),
            () -> users.list(other, UserQuery.all(), PageRequest.first()))) {
      assertThatThrownBy(attempt).isInstanceOf(Forbidden.class);
    }
  }

  @Test
  void somebodyUnknownIsNotFound() {
    assertThatThrownBy(() -> users.require(UUID.randomUUID())).isInstanceOf(NotFound.class);
    assertThat(users.find(UUID.randomUUID())).isEmpty();
    assertThat(users.byIds(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALICE@example.com", "alice example", "Al.", "aLICE"})
  void aFreeTextMeansTheOnePersonItFits(String text) {
    UserView alice =
        users.create(
            ADMIN,
            new CreateUser("alice@example.com", "Alice Example", "al.", Role.AGENT, null, null));
    users.create(ADMIN, invitee("bob"));
    assertThat(users.byName(text)).contains(alice);
    assertThat(users.byNames(List.of("nobody", text, "Bob"))).hasSize(2).containsEntry(text, alice);
    assertThat(users.byNames(List.of())).isEmpty();
  }

  @Test
  void anEmailGoesBeforeANameAndANameBeforeAHandle() {
    UserView email = users.create(ADMIN, user("max@b.de", "Somebody", "h1"));
    users.create(ADMIN, user("x@b.de", "max@b.de", "h2"));
    assertThat(users.byName("MAX@b.de")).contains(email);
    UserView name = users.create(ADMIN, user("y@b.de", "Kim", "h3"));
    users.create(ADMIN, user("z@b.de", "Other", "kim"));
    users.create(ADMIN, user("kim@b.de", "Third", "h4"));
    assertThat(users.byName("kim")).contains(name);
    assertThat(users.byName("İz")).isEmpty();
    assertThat(users.byName("İz")).isEqualTo(users.byName(" İz "));
  }

  private static CreateUser user(String email, String name, String handle) {
    return new CreateUser(email, name, handle, Role.AGENT, null, null);
  }

  @Test
  void aFreeTextThatCouldMeanTwoMeansNobody() {
    users.create(ADMIN, new CreateUser("a1@b.de", "Alex", "x1", Role.AGENT, null, null));
    users.create(ADMIN, new CreateUser("a2@b.de", "alex", "x2", Role.AGENT, null, null));
    assertThat(users.byName("Alex")).isEmpty();
    assertThat(users.byName("%")).isEmpty();
    assertThat(users.byName("\0")).isEmpty();
    UserView first = users.byName("a1").orElseThrow();
    users.deactivate(ADMIN, first.id(), null);
    assertThat(users.byName("Alex")).isPresent();
    assertThat(users.byName("a1@b.de")).isEmpty();
  }

  @Test
  void pagesFollowEachOtherByNameWithoutGapsOrRepeats() {
    for (String name : List.of("delta", "Alpha", "charlie", "Bravo", "alpha")) {
      users.create(
          ADMIN, new CreateUser(UUID.randomUUID() + "@b.de", name, null, Role.AGENT, null, null));
    }
    List<String> seen = new ArrayList<>();
    PageRequest next = new PageRequest(2, null);
    while (true) {
      Page<UserView> page = users.list(ADMIN, UserQuery.all(), next);
      page.data().forEach(user -> seen.add(user.name()));
      if (page.nextCursor() == null) {
        break;
      }
      next = new PageRequest(2, page.nextCursor());
    }
    assertThat(seen).hasSize(5).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    assertThat(seen.subList(0, 2)).containsExactly("Alpha", "alpha");
  }

  @Test
  void listsAreFiltered() {
    UserView ada = users.create(ADMIN, invitee("ada_1"));
    UserView bob = users.create(ADMIN, person("bob", Role.VIEWER));
    users.deactivate(ADMIN, bob.id(), null);
    assertThat(found(new UserQuery("A_", null, null, null))).containsExactly(ada.id());
    assertThat(found(new UserQuery("'; DROP TABLE x --", null, null, null))).isEmpty();
    assertThat(found(new UserQuery(null, Role.VIEWER, null, null))).containsExactly(bob.id());
    assertThat(found(new UserQuery(null, null, true, null))).containsExactly(ada.id());
    assertThat(found(new UserQuery(null, null, null, UUID.randomUUID()))).isEmpty();
    assertThat(users.assignable(House.actor(Role.VIEWER)))
        .containsExactly(new Assignable(ada.id(), ada.name(), ada.handle()));
  }

  private List<UUID> found(UserQuery query) {
    return users.list(ADMIN, query, PageRequest.first()).data().stream().map(UserView::id).toList();
  }

  private static CreateUser invitee(String name) {
    return new CreateUser(name + "@example.com", name, name, Role.AGENT, null, null);
  }

  private static String hashOf(UUID id) {
    return house
        .db()
        .call(
            "accounts",
            em ->
                (String)
                    em.createNativeQuery("SELECT password_hash FROM accounts.users WHERE id = ?1")
                        .setParameter(1, id)
                        .getSingleResult());
  }

  private static boolean isAudited(String action, UUID user) {
    String query = "SELECT COUNT(*) FROM platform.audit_entry WHERE action = ?1 AND entity_id = ?2";
    Object count =
        house
            .db()
            .<Object>call(
                "platform",
                em ->
                    em.createNativeQuery(query)
                        .setParameter(1, action)
                        .setParameter(2, user.toString())
                        .getSingleResult());
    return ((Number) count).intValue() == 1;
  }

  private static void assertConflict(String code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(Conflict.class))
        .extracting(DomainException::code)
        .isEqualTo(code);
  }

  private static void assertFault(String pointer, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Fault.class))
        .extracting(Fault::pointer)
        .containsExactly(pointer);
  }
}
