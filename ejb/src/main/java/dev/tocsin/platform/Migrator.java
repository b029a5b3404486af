package dev.tocsin.platform;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.tocsin.persistence.SchemaMigrator;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings every module's schema up to date before anything else runs.
 *
 * <p>Nodes that start together take turns on one advisory lock. A script that fails stops the
 * deployment: a half-migrated system must not serve. Beans that touch the database at startup say
 * {@code @DependsOn("ejb.jar#Migrator")} (inside this jar: {@code "Migrator"}).
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class Migrator {

  /** Any constant works; it only has to be the same on every node. */
  private static final long LOCK = 0x746f_6373_696eL;

  /** Older servers lack {@code MERGE} and what else the scripts use. */
  private static final int OLDEST_POSTGRESQL = 15;

  private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

  @Resource(name = "jdbc/tocsin")
  private DataSource dataSource;

  @Inject @Any private Instance<ModuleSchema> modules;

  private final List<String> migrated = new ArrayList<>();

  @PostConstruct
  void migrate() {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      requireVersion(sql);
      sql.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      try {
        migrateAll();
      } finally {
        sql.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw stopped("PostgreSQL cannot be reached: " + e.getMessage(), e);
    }
  }

  private void migrateAll() {
    List<ModuleSchema> schemas =
        modules.stream()
            .sorted(
                // the platform's first: the others' scripts call its functions
                Comparator.comparing((ModuleSchema schema) -> !(schema instanceof PlatformSchema))
                    .thenComparing(ModuleSchema::name))
            .toList();
    for (ModuleSchema schema : schemas) {
      try {
        int scripts =
            SchemaMigrator.migrate(dataSource, schema.name(), schema.getClass().getClassLoader());
        LOG.log(INFO, "schema {0}: {1} scripts run", schema.name(), scripts);
        migrated.add(schema.name());
      } catch (RuntimeException e) {
        throw stopped("Schema " + schema.name() + " cannot be migrated: " + e.getMessage(), e);
      }
    }
  }

  private static void requireVersion(Statement sql) throws SQLException {
    try (ResultSet row = sql.executeQuery("SHOW server_version_num")) {
      row.next();
      int major = row.getInt(1) / 10_000;
      if (major < OLDEST_POSTGRESQL) {
        throw stopped(
            "PostgreSQL " + major + " is too old; " + OLDEST_POSTGRESQL + " is needed.", null);
      }
    }
  }

  private static IllegalStateException stopped(
      String reason, @org.jspecify.annotations.Nullable Exception cause) {
    LOG.log(ERROR, "Tocsin does not start. {0}", reason);
    return new IllegalStateException(reason, cause);
  }

  /** Returns whether the database answers now, within two seconds. */
  public boolean isDatabaseReachable() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      LOG.log(WARNING, "PostgreSQL does not answer: {0}", e.getMessage());
      return false;
    }
  }

  /** Returns the schemas that are up to date, in the order in which they were migrated. */
  public List<String> migrated() {
    return List.copyOf(migrated);
  }
}
