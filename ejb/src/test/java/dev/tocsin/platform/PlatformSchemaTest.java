package dev.tocsin.platform;

import dev.tocsin.persistence.SchemaMatch;
import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlatformSchemaTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas("platform");

  @Test
  void tablesAreAsTheMigrationsMakeThem() {
    SchemaMatch.assertMatches(
        db.entityManagerFactory("platform"), db.dataSource(), "platform", "stamp");
  }
}
