package dev.tocsin.notifications.internal;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {

  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "notifications");

  @Test
  void theUnitMapsExactlyTheTablesThatTheMigrationsMake() {
    SchemaMatch.assertMatches(
        db.entityManagerFactory("notifications"), db.dataSource(), "notifications");
  }
}
