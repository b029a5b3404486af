package dev.tocsin.platform.memory;

import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers the rows of tables that change rarely and that nearly every request needs.
 *
 * <p>Never stale: every change of such a table draws a new stamp ({@code platform.stamp_changes} in
 * the migration that makes the table), and each transaction asks for the stamps once. What is
 * remembered is what the same transaction would have read.
 */
@ApplicationScoped
public class Memory {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  private final Map<Class<?>, Remembered> rows = new ConcurrentHashMap<>();

  /**
   * Returns all rows of a table, shared by all who ask: nobody may change them.
   *
   * <p>Not for a transaction that changes the table itself: what it has not committed could be
   * remembered for everyone.
   *
   * @param type the entity of the rows
   * @param read reads them all
   */
  public <T> List<T> all(Class<T> type, Supplier<List<T>> read) {
    Table table = type.getAnnotation(Table.class);
    // before the rows are read: they may be newer than their stamp, never older
    UUID stamp =
        entityManager.find(Stamps.class, Stamps.ONLY).of(table.schema() + "." + table.name());
    Remembered known = rows.get(type);
    if (known == null || !known.stamp().equals(stamp)) {
      known = new Remembered(stamp, List.copyOf(read.get()));
      rows.put(type, known);
    }
    return known.rows().stream().map(type::cast).toList();
  }

  private record Remembered(UUID stamp, List<?> rows) {}
}
