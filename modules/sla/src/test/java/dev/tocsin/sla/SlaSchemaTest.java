package dev.tocsin.sla;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaSchemaTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("platform", "sla");

  @Test
  void theUnitsColumnsAreTheSchemas() {
    SchemaMatch.assertMatches(db.entityManagerFactory("sla"), db.dataSource(), "sla");
  }
}
