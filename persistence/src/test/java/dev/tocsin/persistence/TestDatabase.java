package dev.tocsin.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for persistence tests: one server per JVM, a fresh database per test class.
 *
 * <p>Use as {@code @RegisterExtension static final TestDatabase db =
 * TestDatabase.withSchemas("sla")}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final List<String> schemas;
  private final Map<String, EntityManagerFactory> factories = new ConcurrentHashMap<>();
  private String name = "";

  private TestDatabase(List<String> schemas) {
    this.schemas = schemas;
  }

  /** Returns a database with these schemas migrated, in this order. */
  public static TestDatabase withSchemas(String... schemas) {
    return new TestDatabase(List.of(schemas));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    name = "t" + COUNTER.incrementAndGet();
    try (Connection admin = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement sql = admin.createStatement()) {
      sql.execute("CREATE DATABASE " + name);
    }
    for (String schema : schemas) {
      SchemaMigrator.migrate(dataSource(), schema, Thread.currentThread().getContextClassLoader());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    factories.values().forEach(EntityManagerFactory::close);
    factories.clear();
  }

  /** Returns connections of this test class's database, not pooled. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url());
    source.setUser("postgres");
    return source;
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:"
        + Server.INSTANCE.getPort()
        + "/"
        + name
        + "?stringtype=unspecified&reWriteBatchedInserts=true";
  }

  /** Returns the unit of this name as EclipseLink SE runs it, on this database. */
  public EntityManagerFactory entityManagerFactory(String unit) {
    return factories.computeIfAbsent(unit, this::open);
  }

  private EntityManagerFactory open(String unit) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", "");
    settings.put("jakarta.persistence.nonJtaDataSource", "");
    settings.put("jakarta.persistence.jdbc.driver", "org.postgresql.Driver");
    settings.put("jakarta.persistence.jdbc.url", url());
    settings.put("jakarta.persistence.jdbc.user", "postgres");
    settings.put("jakarta.persistence.jdbc.password", "");
    settings.put("eclipselink.target-server", "None");
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.logging.level", "WARNING");
    settings.put("eclipselink.connection-pool.default.max", "40");
    // a name of its own, or EclipseLink would hand every test class the first one's session
    settings.put("eclipselink.session-name", unit + "-" + name);
    return Persistence.createEntityManagerFactory(unit, settings);
  }

  /** Runs work in a transaction of a unit and returns its result; rolls back when it throws. */
  public <T> T call(String unit, Function<EntityManager, T> work) {
    try (EntityManager entityManager = entityManagerFactory(unit).createEntityManager()) {
      entityManager.getTransaction().begin();
      try {
        T result = work.apply(entityManager);
        entityManager.getTransaction().commit();
        return result;
      } finally {
        if (entityManager.getTransaction().isActive()) {
          entityManager.getTransaction().rollback();
        }
      }
    }
  }

  /** Runs work in a transaction of a unit; rolls back when it throws. */
  public void run(String unit, Consumer<EntityManager> work) {
    Function<EntityManager, Boolean> call =
        entityManager -> {
          work.accept(entityManager);
          return true;
        };
    call(unit, call);
  }

  /** Runs one SQL statement on a connection of its own. */
  public void sql(String statement) {
    try (Connection connection = dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("timezone", "UTC")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
