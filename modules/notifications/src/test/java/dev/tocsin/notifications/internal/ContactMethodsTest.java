package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static dev.tocsin.notifications.internal.Ground.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.UserView;
import dev.tocsin.notifications.AddContactMethod;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.notifications.ContactMethods;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactMethodsTest {

  @RegisterExtension static final Ground ground = new Ground();

  private static ContactMethods api() {
    return ground.get(ContactMethods.class);
  }

  private static AddContactMethod email(String address) {
    return new AddContactMethod(Channel.EMAIL, address, "home");
  }

  @Test
  void withoutAnyTheAccountsAddressHolds() {
    UserView alice = ground.hire("Alice", Role.AGENT);
    assertThat(api().list(as(alice), alice.id()))
        .singleElement()
        .matches(method -> method.id() == null && method.address().equals(alice.email()));
  }

  @Test
  void peopleKeepTheirOwn() {
    UserView alice = ground.hire("Alice", Role.AGENT);
    ContactMethodView added = api().add(as(alice), alice.id(), email("alice@home.example"));
    assertThat(api().list(as(alice), alice.id())).containsExactly(added);

    api().remove(as(alice), alice.id(), UUID.fromString(String.valueOf(added.id())));
    assertThat(api().list(ADMIN, alice.id()))
        .extracting(ContactMethodView::address)
        .containsExactly(alice.email());
  }

  @Test
  void nobodySeesOrChangesThoseOfOthers() {
    UserView alice = ground.hire("Alice", Role.AGENT);
    Actor bob = as(ground.hire("Bob", Role.AGENT));
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
    UserView alice = ground.hire("Alice", Role.AGENT);
    api().add(ADMIN, alice.id(), email("alice@home.example"));
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), email("Alice@HOME.example")))
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> assertThat(conflict.code()).isEqualTo("contact_method_exists"));
  }

  @Test
  void whatIsNoAddressOrNotOfferedIsRejected() {
    UserView alice = ground.hire("Alice", Role.AGENT);
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), email("nobody")))
        .isInstanceOf(Rejected.class);
    AddContactMethod webhook = new AddContactMethod(Channel.WEBHOOK, "a@example.org", null);
    assertThatThrownBy(() -> api().add(ADMIN, alice.id(), webhook)).isInstanceOf(Rejected.class);
  }
}
