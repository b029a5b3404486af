package dev.tocsin.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings one module's schema to the version its jar holds.
 *
 * <p>Scripts are {@code db/<schema>/V…__….sql} of the given class loader; the history table lives
 * in the schema itself. Safe to call from several nodes at once: Flyway holds a lock in the
 * database while it migrates, and the later ones find nothing left to do.
 */
public final class SchemaMigrator {

  private SchemaMigrator() {}

  /**
   * Migrates a schema and returns how many scripts ran.
   *
   * @throws org.flywaydb.core.api.FlywayException when a script fails; its own changes are undone
   */
  public static int migrate(DataSource dataSource, String schema, ClassLoader scripts) {
    return Flyway.configure(scripts)
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .locations("classpath:db/" + schema)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
