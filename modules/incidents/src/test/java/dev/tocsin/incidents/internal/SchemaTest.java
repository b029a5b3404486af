package dev.tocsin.incidents.internal;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("incidents");

  @Test
  void theEntitiesMapExactlyTheMigratedTables() {
    SchemaMatch.assertMatches(
        db.entityManagerFactory("incidents"), db.dataSource(), "incidents", "escalation_pages");
  }
}
