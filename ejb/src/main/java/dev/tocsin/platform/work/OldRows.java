package dev.tocsin.platform.work;

import dev.tocsin.persistence.InstantColumn;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/** A purge of rows that were kept for as many days as the operator asks, by one statement. */
public abstract class OldRows extends Purge {

  private static final Duration REST = Duration.ofMinutes(10);

  private final String name;
  private final Setting<Long> days;
  private final String statement;

  @Inject Settings settings;

  /**
   * Makes one.
   *
   * @param days how long rows are kept
   * @param statement native SQL that deletes at most {@code ?2} rows, the oldest first, of those
   *     older than the time {@code ?1}
   */
  protected OldRows(String name, Setting<Long> days, String statement) {
    super(REST);
    this.name = name;
    this.days = days;
    this.statement = statement;
  }

  /** Returns the unit of the rows. */
  protected abstract EntityManager entityManager();

  @Override
  public String name() {
    return name;
  }

  @Override
  protected int delete(Instant now, int limit) {
    Duration kept = Duration.ofDays(settings.require(days));
    return entityManager()
        .createNativeQuery(statement)
        .setParameter(1, InstantColumn.of(now.minus(kept)))
        .setParameter(2, limit)
        .executeUpdate();
  }
}
