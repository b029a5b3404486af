package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ContactMethods;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactMethodsTest {

  private static final Actor ADMIN = Actor.system("test");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  private static ContactMethods api() {
    return beans.get(ContactMethods.class);
  }

  private static UserView user() {
    CreateUser command =
        new CreateUser(Ids.next() + "@example.org", "Alice", null, Role.AGENT, null, null);
    return beans.get(Users.class).create(ADMIN, command);
  }

  private static Actor of(UserView user) {
    return new Actor(Actor.Kind.USER, user.id(), user.name(), user.role(), null);
  }

  private static AddContactMethod email(String address) {
    return new AddContactMethod(Channel.EMAIL, address, "home");
  }

  @Test
  void withoutAnyTheAccountsAddressHolds() {
    UserView alice = user();
    assertThat(api().list(of(alice), alice.id()))
        .singleElement()
        .matches(method -> method.id() == null && method.address().equals(alice.email()));
  }

  @Test
  void peopleKeepTheirOwn() {
    UserView alice = user();
    ContactMethodView added = api().add(of(alice), alice.id(), email("alice@home.example"));
    assertThat(api().list(of(alice), alice.id())).containsExactly(added);

    api().remove(of(alice), alice.id(), UUID.fromString(String.valueOf(added.id())));
    assertThat(api().list(ADMIN, alice.id()))
        .extracting(ContactMethodView::address)
        .containsExactly(alice.email());
  }

  @Test
  void nobodySeesOrChangesThoseOfOthers() {
    UserView alice = user();
    Actor bob = of(user());
    assertThatThrownBy(() -> api().list(bob, alice.id())).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> api().add(bob, alice.id(), email("bob@home.example")))
        .isInstanceOf(Forbidden.class);
    UUID added =
        UUID.fromString(String.valueOf(api().add(ADMIN, alice.id(), email("a@home.example")).id()));
    assertThatThrownBy(() -> api().remove(bob, UUID.fromString(String.valueOf(bob.id())), added))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anAddressIsKeptOnceWhateverItsCase() {
    UserView alice = user();
    api().add(ADMIN, alice.id(), email("alice@home.example"));
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), email("Alice@HOME.example")))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> assertThat(conflict.code()).isEqualTo("contact_method_exists"));
  }

  @Test
  void whatIsNoAddressOrNotOfferedIsRejected() {
    UserView alice = user();
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), email("nobody")))
        .isInstanceOf(Rejected.class);
    AddContactMethod webhook = new AddContactMethod(Channel.WEBHOOK, "a@example.org", null);
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), webhook)).isInstanceOf(Rejected.class);
  }
}
