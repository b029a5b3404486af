package dev.tocsin.ticketing;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketingSchemaTest {

  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "ticketing");

  @Test
  void theUnitsColumnsAreTheSchemas() {
    SchemaMatch.assertMatches(
        db.entityManagerFactory("ticketing"),
        db.dataSource(),
        "ticketing",
        "ticket_words",
        "routing_turn");
  }
}
