package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("schedules");

  @Test
  void theEntitiesMapExactlyTheMigratedTables() {
    SchemaMatch.assertMatches(db.entityManagerFactory("schedules"), db.dataSource(), "schedules");
  }
}
