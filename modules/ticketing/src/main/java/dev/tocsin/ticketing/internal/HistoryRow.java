package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.privacy.Person;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a ticket; never changed but to forget a person. */
@Entity
@Table(name = "history", schema = "ticketing")
public class HistoryRow {

  @Id private UUID id;

  @Column(name = "ticket_id")
  private UUID ticketId;

  private Instant at;

  @Convert(converter = Columns.OfActorKind.class)
  @Column(name = "actor_kind")
  private Actor.Kind actorKind;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Convert(converter = OfAction.class)
  private Fact.Action action;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Convert(converter = Columns.OfVisibility.class)
  private Visibility visibility;

  @Convert(converter = Columns.OfShifts.class)
  private Map<String, Shift> changes;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected HistoryRow() {}

  HistoryRow(UUID ticketId, Fact fact) {
    this.id = Ids.next();
    this.ticketId = ticketId;
    this.at = fact.at();
    this.actorKind = fact.by().kind();
    this.actorId = fact.by().id();
    this.actorName = fact.by().name();
    this.action = fact.action();
    this.visibility = fact.visibility();
    this.changes = fact.changes();
  }

  /** Takes a person out of it; returns whether they were in it. */
  public boolean forget(Person person) {
    boolean did = person.hasId(actorId) || (actorId == null && person.isCalled(actorName));
    Map<String, Shift> redacted = person.without(changes);
    if (!did && redacted.equals(changes)) {
      return false;
    }
    if (did) {
      actorName = Person.ERASED;
      actorId = actorId == null ? null : person.pseudonym();
    }
    changes = redacted;
    return true;
  }

  HistoryView view() {
    return new HistoryView(id, at, actorName, actorId, Code.of(action), changes);
  }

  /** An action as its code. */
  @Converter
  public static class OfAction extends CodeColumn<Fact.Action>
      implements AttributeConverter<Fact.Action, String> {
    public OfAction() {
      super(Fact.Action.class);
    }
  }
}
