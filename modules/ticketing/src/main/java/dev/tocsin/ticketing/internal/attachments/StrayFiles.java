package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes files that no attachment names. */
@ApplicationScoped
public class StrayFiles extends DueRows {

  /** Longer than any transaction that keeps an attachment. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "stray-files";
  }

  /** Writes a path down, whatever becomes of the caller's transaction. */
  void expect(UUID id, Path path) {
    Instant due = Times.now(clock).plus(PATIENCE);
    transactions.run(() -> entityManager.persist(new StrayFile(id, path, due)));
  }

  /**
   * Crosses a path out with the caller's transaction.
   *
   * @throws IllegalStateException when the file has been swept up meanwhile
   */
  void crossOut(UUID id) {
    int crossed =
        entityManager
            .createNativeQuery("DELETE FROM ticketing.stray_file WHERE id = ?1")
            .setParameter(1, id)
            .executeUpdate();
    if (crossed != 1) {
      throw new IllegalStateException("the file of " + id + " has been swept up");
    }
  }

  /** Has a file deleted once the caller's transaction commits. */
  void leave(Path path) {
    entityManager.persist(new StrayFile(Ids.next(), path, Times.now(clock)));
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return entityManager
        .createQuery(
            "SELECT f FROM StrayFile f WHERE f.dueAt <= :now ORDER BY f.dueAt", StrayFile.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultStream()
        .map(StrayFile::dueRow)
        .toList();
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    boolean locked =
        !entityManager
            .createNativeQuery(
                "SELECT 1 FROM ticketing.stray_file WHERE id = ?1 FOR UPDATE SKIP LOCKED")
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    if (!locked) {
      return false;
    }
    StrayFile file = entityManager.find(StrayFile.class, id);
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entityManager.remove(file);
    return true;
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    StrayFile file = entityManager.find(StrayFile.class, id);
    if (file != null) {
      file.postpone(until, failures);
    }
  }
}
