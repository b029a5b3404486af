package dev.tocsin.schedules.internal;

import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ShiftNoticeKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What was told of one handoff; there is one for each schedule, instant and kind. */
@Entity
@Table(name = "shift_notices", schema = "schedules")
public class ShiftNotice {

  @Id private UUID id;

  @Column(name = "schedule_id")
  private UUID scheduleId;

  @Column(name = "handoff_at")
  private Instant handoffAt;

  @Enumerated(EnumType.STRING)
  private ShiftNoticeKind kind;

  @Convert(converter = PeopleColumn.class)
  private List<Person> outgoing;

  @Convert(converter = PeopleColumn.class)
  private List<Person> incoming;

  private int revision;

  @Column(name = "told_at")
  private Instant toldAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ShiftNotice() {}

  /** Makes a notice that names nobody yet. */
  ShiftNotice(UUID id, UUID scheduleId, ShiftNoticeKind kind, Instant handoffAt) {
    this.id = id;
    this.scheduleId = scheduleId;
    this.kind = kind;
    this.handoffAt = handoffAt;
    this.outgoing = List.of();
    this.incoming = List.of();
    this.toldAt = handoffAt;
  }

  /** Tells whether somebody has been told just this. */
  boolean says(Handoff handoff) {
    return areSame(outgoing, handoff.outgoing()) && areSame(incoming, handoff.incoming());
  }

  /** Says this from now on instead of what it said before. */
  void revise(Handoff handoff, Instant now) {
    outgoing = handoff.outgoing();
    incoming = handoff.incoming();
    revision++;
    toldAt = now;
  }

  /** Returns everybody it names. */
  List<Person> people() {
    return Stream.concat(outgoing.stream(), incoming.stream()).toList();
  }

  private static boolean areSame(List<Person> some, List<Person> others) {
    return Handoff.without(some, others).isEmpty() && Handoff.without(others, some).isEmpty();
  }

  Instant handoffAt() {
    return handoffAt;
  }

  ShiftNoticeKind kind() {
    return kind;
  }

  int revision() {
    return revision;
  }
}
