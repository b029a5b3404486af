package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.accounts.neighbour.Neighbour;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What modules above this one may say about people and customers that go. */
class NeighboursTest {

  @RegisterExtension static final House house = House.beside(Neighbour.class);

  @Test
  void whoStillNamesAPersonWarnsWhenTheyGo() {
    Users users = house.get(Users.class);
    UserView ada = users.create(ADMIN, House.person("ada", Role.AGENT));
    assertThat(users.deactivate(ADMIN, ada.id(), null).warnings())
        .containsExactly(new Warning("on_call", "is on call " + ada.id()));
  }

  @Test
  void aCustomerThatAnotherModuleNeedsStays() {
    Customers customers = house.get(Customers.class);
    CustomerView kept = customers.create(ADMIN, new CreateCustomer("kept", "Kept"));
    assertThatThrownBy(() -> customers.delete(ADMIN, kept.id(), null))
        .asInstanceOf(type(Conflict.class))
        .extracting(DomainException::code)
        .isEqualTo("customer_has_tickets");
    assertThat(customers.find(kept.id())).contains(kept);
  }
}
