package dev.tocsin.notifications.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's own statements on the connection of the current transaction, where JPA has no
 * words for them.
 */
public final class Jdbc {

  /** Work with a prepared statement. */
  public interface Work<T> {
    T with(PreparedStatement sql) throws SQLException;
  }

  private Jdbc() {}

  /** Prepares a statement and works with it; must run inside a transaction. */
  public static <T> T run(EntityManager entityManager, String text, Work<T> work) {
    // asked for inside a transaction, EclipseLink hands out that transaction's connection
    Connection connection = entityManager.unwrap(Connection.class);
    try (PreparedStatement sql = connection.prepareStatement(text)) {
      return work.with(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets every parameter in order and executes; returns the number of rows changed. */
  public static int update(
      EntityManager entityManager, String text, @Nullable Object... parameters) {
    return run(
        entityManager,
        text,
        sql -> {
          set(sql, parameters);
          return sql.executeUpdate();
        });
  }

  /** Sets parameters from the first on; instants and lists of ids become what the driver knows. */
  public static void set(PreparedStatement sql, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      sql.setObject(i + 1, value(sql, parameters[i]));
    }
  }

  private static @Nullable Object value(PreparedStatement sql, @Nullable Object parameter)
      throws SQLException {
    if (parameter instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (parameter instanceof Collection<?> ids) {
      return sql.getConnection().createArrayOf("uuid", ids.toArray());
    }
    return parameter;
  }
}
