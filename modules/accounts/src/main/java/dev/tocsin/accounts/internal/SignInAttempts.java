package dev.tocsin.accounts.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.JsonColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recent wrong passwords for one name, and whether they locked it.
 *
 * <p>An attempt is counted before its password is looked at and taken back when the password turns
 * out right; so attempts made at once, on one node or two, cannot outnumber the limit. The fifth
 * within 15 minutes locks the name for 15 minutes from then. Attempts while locked are not counted.
 */
@Entity
@Table(name = "sign_in_attempts", schema = "accounts")
public class SignInAttempts {

  public static final int LIMIT = 5;
  public static final Duration WINDOW = Duration.ofMinutes(15);
  public static final Duration LOCK = Duration.ofMinutes(15);

  @Id private String subject;

  @Convert(converter = Failures.class)
  private List<Instant> failures;

  @Column(name = "locked_until")
  private @Nullable Instant lockedUntil;

  @Column(name = "last_attempt_at")
  private Instant lastAttemptAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SignInAttempts() {}

  public SignInAttempts(String subject, Instant now) {
    this.subject = subject;
    this.failures = List.of();
    this.lastAttemptAt = now;
  }

  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Counts an attempt as failed; that it was none shows by the deletion of all this. */
  public void count(Instant now) {
    Instant windowStart = now.minus(WINDOW);
    Stream<Instant> recent = failures.stream().filter(at -> at.isAfter(windowStart));
    failures = Stream.concat(recent, Stream.of(now)).toList();
    lockedUntil = failures.size() >= LIMIT ? now.plus(LOCK) : null;
    lastAttemptAt = now;
  }

  /** The moments of the failures as a JSON array. */
  @Converter
  public static class Failures extends JsonColumn<List<Instant>>
      implements AttributeConverter<List<Instant>, Object> {
    public Failures() {
      super(new TypeReference<>() {});
    }
  }
}
