package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.platform.work.DueRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** A file that is to be deleted when its time has come, unless it is crossed out before. */
@Entity
@Table(name = "stray_file", schema = "ticketing")
public class StrayFile {

  @Id private UUID id;
  private String path;

  @Column(name = "due_at")
  private Instant dueAt;

  private int failures;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected StrayFile() {}

  StrayFile(UUID id, Path path, Instant dueAt) {
    this.id = id;
    this.path = path.toString();
    this.dueAt = dueAt;
  }

  Path path() {
    return Path.of(path);
  }

  DueRow dueRow() {
    return new DueRow(id, dueAt, failures);
  }

  void postpone(Instant until, int failed) {
    dueAt = until;
    failures = failed;
  }
}
