package dev.tocsin.schedules.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A version of the time zone rules that this system has run with. */
@Entity
@Table(name = "zone_rules", schema = "schedules")
class ZoneRulesSeen {

  @Id private String version;

  @Column(name = "seen_at")
  private Instant seenAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ZoneRulesSeen() {}

  ZoneRulesSeen(String version, Instant seenAt) {
    this.version = version;
    this.seenAt = seenAt;
  }

  /** Notes that it is back, after another one. */
  void seeAgain(Instant now) {
    seenAt = now;
  }

  String version() {
    return version;
  }
}
