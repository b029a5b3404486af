package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.neighbour.Neighbour;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.testing.TestContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What modules above this one may say about people and customers that go. */
class NeighboursTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = House.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Users.class, Actor.class, Neighbour.class);

  @BeforeEach
  void empty() {
    House.empty(db);
  }

  @Test
  void whoStillNamesAPersonWarnsWhenTheyGo() {
    Users users = beans.get(Users.class);
    UserView ada = users.create(ADMIN, House.person("ada", Role.AGENT));
    assertThat(users.deactivate(ADMIN, ada.id(), null).warnings())
        .containsExactly(new Warning("on_call", "is on call " + ada.id()));
  }

  @Test
  void aCustomerThatAnotherModuleNeedsStays() {
    Customers customers = beans.get(Customers.class);
    CustomerView kept = customers.create(ADMIN, new CreateCustomer("kept", "Kept"));
    assertThatThrownBy(() -> customers.delete(ADMIN, kept.id(), null))
        .asInstanceOf(type(Conflict.class))
        .extracting(DomainException::code)
        .isEqualTo("customer_has_tickets");
    assertThat(customers.find(kept.id())).contains(kept);
  }
}
