package dev.tocsin.ticketing.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.Fact.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a ticket did since its {@link Journal} last asked: how each of its verbs is told. */
final class Diary {

  /** Who acts when the rules decide. */
  static final Actor ROUTER = Actor.system("routing");

  private final List<Fact> facts = new ArrayList<>();

  void opened(Ticket ticket, Actor by) {
    note(by, ticket.createdAt(), Action.OPENED, Map.of(), TicketEvents.opened(ticket));
  }

  void routed(RoutingDecision decision, Changes changes, Instant at) {
    if (!decision.why().isEmpty()) {
      note(ROUTER, at, Action.MATCHED, Visibility.INTERNAL, decision.reasons(), null);
    }
    if (!changes.isEmpty()) {
      note(ROUTER, at, Action.ROUTED, changes.made(), null);
    }
  }

  void changed(Ticket ticket, Changes changes, Actor by, Instant at) {
    note(by, at, Action.CHANGED, changes.made(), TicketEvents.changed(ticket, at));
  }

  void moved(Ticket ticket, TicketStatus from, Actor by, Instant at) {
    Shift shift = new Shift(Code.of(from), Code.of(ticket.status()));
    TicketEvent event = TicketEvents.transitioned(ticket, from, by, at);
    note(by, at, Action.TRANSITIONED, Map.of("status", shift), event);
  }

  void reopened(Instant resolvedAt, Actor by, Instant at) {
    note(by, at, Action.REOPENED, Map.of("resolved_at", new Shift(resolvedAt, null)), null);
  }

  void said(Ticket ticket, TicketComment comment, Actor by, Instant at) {
    note(
        by,
        at,
        Action.COMMENTED,
        comment.visibility(),
        shift("comment", comment.number(ticket.numberText()), true),
        TicketEvents.commented(ticket, comment, by, at));
  }

  void firstAnswered(Actor by, Instant at) {
    note(by, at, Action.FIRST_ANSWERED, Map.of(), null);
  }

  void mergedInto(Ticket ticket, Ticket other, Actor by, Instant at) {
    Map<String, Shift> into = shift("merged_into", other.numberText(), true);
    note(by, at, Action.MERGED, into, TicketEvents.merged(ticket, other, at));
  }

  void tookOver(Ticket merged, Actor by, Instant at) {
    note(by, at, Action.MERGED, shift("merged", merged.numberText(), true), null);
  }

  void split(String kind, Ticket other, Actor by, Instant at) {
    note(by, at, Action.SPLIT, shift(kind, other.numberText(), true), null);
  }

  void linked(String kind, Ticket other, boolean now, Visibility readers, Actor by, Instant at) {
    Action action = now ? Action.LINKED : Action.UNLINKED;
    note(by, at, action, readers, shift(kind, other.numberText(), now), null);
  }

  void watched(UUID userId, boolean now, Actor by, Instant at) {
    Action action = now ? Action.WATCHED : Action.UNWATCHED;
    note(by, at, action, Visibility.INTERNAL, shift("watcher", userId, now), null);
  }

  void attached(String fileName, boolean now, Visibility readers, Actor by, Instant at) {
    Action action = now ? Action.ATTACHED : Action.DETACHED;
    note(by, at, action, readers, shift("attachment", fileName, now), null);
  }

  /** Hands over what happened since the last call, in order, and forgets it. */
  List<Fact> take() {
    List<Fact> taken = List.copyOf(facts);
    facts.clear();
    return taken;
  }

  private static Map<String, Shift> shift(String property, Object value, boolean now) {
    return Map.of(property, now ? new Shift(null, value) : new Shift(value, null));
  }

  private void note(
      Actor by,
      Instant at,
      Action action,
      Map<String, Shift> changes,
      @Nullable TicketEvent event) {
    note(by, at, action, Visibility.PUBLIC, changes, event);
  }

  private void note(
      Actor by,
      Instant at,
      Action action,
      Visibility readers,
      Map<String, Shift> changes,
      @Nullable TicketEvent event) {
    facts.add(new Fact(by, at, action, readers, changes, event));
  }
}
