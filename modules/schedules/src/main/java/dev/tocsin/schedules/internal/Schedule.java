package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.ChangeSchedule;
import dev.tocsin.schedules.CreateSchedule;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule: a name and a time zone to which layers, overrides and leave belong.
 *
 * <p>It lives until it is deleted, and all that belongs to it goes with it.
 */
@Entity
@Table(name = "schedules", schema = "schedules")
public class Schedule {

  private static final UUID NIL = new UUID(0, 0);

  @Id private UUID id;

  private String name;

  private @Nullable String description;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "notification_channel_id")
  private @Nullable UUID notificationChannelId;

  @Column(name = "default_escalation_policy_id")
  private @Nullable UUID defaultEscalationPolicyId;

  @Column(name = "holiday_countries")
  @Convert(converter = TextsColumn.class)
  private List<String> holidayCountries;

  @Column(name = "holidays_as_weekend")
  private boolean holidaysAsWeekend;

  @Column(name = "notice_lead_minutes")
  private @Nullable Integer noticeLeadMinutes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Schedule() {}

  /** Makes a schedule of a command that has been judged good. */
  public Schedule(UUID id, CreateSchedule command, Instant at) {
    this.id = id;
    this.name = command.name().strip();
    this.description = textOrNull(command.description());
    this.timeZone = command.timeZone();
    this.notificationChannelId = idOrNull(command.notificationChannelId());
    this.defaultEscalationPolicyId = idOrNull(command.defaultEscalationPolicyId());
    this.holidayCountries = countries(command.holidayCountries());
    this.holidaysAsWeekend = Boolean.TRUE.equals(command.holidaysAsWeekend());
    this.noticeLeadMinutes = command.noticeLeadMinutes();
    this.createdAt = at;
  }

  /** Takes over what a judged command names and keeps the rest. */
  public void change(ChangeSchedule command) {
    if (command.name() != null) {
      name = command.name().strip();
    }
    if (command.description() != null) {
      description = textOrNull(command.description());
    }
    if (command.timeZone() != null) {
      timeZone = command.timeZone();
    }
    if (command.notificationChannelId() != null) {
      notificationChannelId = idOrNull(command.notificationChannelId());
    }
    if (command.defaultEscalationPolicyId() != null) {
      defaultEscalationPolicyId = idOrNull(command.defaultEscalationPolicyId());
    }
    if (command.holidayCountries() != null) {
      holidayCountries = countries(command.holidayCountries());
    }
    if (command.holidaysAsWeekend() != null) {
      holidaysAsWeekend = command.holidaysAsWeekend();
    }
    if (command.noticeLeadMinutes() != null) {
      noticeLeadMinutes = command.noticeLeadMinutes().value();
    }
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable UUID idOrNull(@Nullable UUID id) {
    return NIL.equals(id) ? null : id;
  }

  private static List<String> countries(@Nullable List<String> codes) {
    return codes == null
        ? List.of()
        : codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).distinct().toList();
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public @Nullable String description() {
    return description;
  }

  public String timeZone() {
    return timeZone;
  }

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  public @Nullable UUID notificationChannelId() {
    return notificationChannelId;
  }

  public @Nullable UUID defaultEscalationPolicyId() {
    return defaultEscalationPolicyId;
  }

  public List<String> holidayCountries() {
    return holidayCountries;
  }

  public boolean holidaysAsWeekend() {
    return holidaysAsWeekend;
  }

  /** Returns how many minutes ahead handoffs are told; null for as the setting says. */
  public @Nullable Integer noticeLeadMinutes() {
    return noticeLeadMinutes;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
