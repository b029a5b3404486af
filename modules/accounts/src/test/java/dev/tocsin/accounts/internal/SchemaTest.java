package dev.tocsin.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("accounts");

  @Test
  void theUnitMapsExactlyTheTablesThatTheMigrationsMake() {
    SchemaMatch.assertMatches(db.entityManagerFactory("accounts"), db.dataSource(), "accounts");
  }

  @Test
  void instantsComeBackAsTheyWere() {
    Instant at = Instant.parse("2026-03-29T01:30:00.123456Z");
    Customer customer = new Customer(Ids.next(), new CreateCustomer("cust-1", "One"), at);
    db.run("accounts", em -> em.persist(customer));
    assertThat(
            db.<Instant>call(
                "accounts", em -> em.find(Customer.class, customer.id()).view().createdAt()))
        .isEqualTo(at);
  }
}
