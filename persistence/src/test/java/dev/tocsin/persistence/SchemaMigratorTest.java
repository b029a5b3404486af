package dev.tocsin.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaMigratorTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.withSchemas();

  private static int migrate(String schema) {
    return SchemaMigrator.migrate(
        db.dataSource(), schema, SchemaMigratorTest.class.getClassLoader());
  }

  @Test
  void nodesThatStartAtOnceMigrateOnce() throws Exception {
    // two CREATE SCHEMA at once may collide; in the system the Migrator's own lock prevents that
    db.sql("CREATE SCHEMA sample");
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        runs.add(nodes.submit(() -> migrate("sample")));
      }
      int scripts = 0;
      for (Future<Integer> run : runs) {
        scripts += run.get(60, TimeUnit.SECONDS);
      }
      // each script once, whichever node ran it; a second run of V001 would have failed besides
      assertThat(scripts).isEqualTo(2);
    } finally {
      nodes.shutdownNow();
    }
    db.sql("INSERT INTO sample.thing (id, name) VALUES (1, 'x')");
  }

  @Test
  void aScriptThatFailsLeavesNothingOfItselfAndSaysWhich() {
    assertThatThrownBy(() -> migrate("broken"))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V002__half.sql")
        .hasMessageContaining("no_such_function");
    db.sql("INSERT INTO broken.good VALUES (1)");
    assertThatThrownBy(() -> db.sql("SELECT * FROM broken.half"))
        .hasRootCauseMessage("ERROR: relation \"broken.half\" does not exist\n  Position: 15");
  }

  @Test
  void aModuleWithoutScriptsIsAnError() {
    assertThatThrownBy(() -> migrate("nowhere")).isInstanceOf(FlywayException.class);
  }
}
