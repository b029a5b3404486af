package dev.tocsin.web.tickets;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Watcher;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who hears of what happens to one ticket. */
@Named
@RequestScoped
public class TicketWatching {

  @Inject private TicketWatchers watchers;
  @Inject private TicketPage page;
  @Inject private Caller caller;

  private @Nullable UUID person;
  private @Nullable List<Watcher> all;

  /** Returns the watchers, read once a request. */
  public List<Watcher> getAll() {
    List<Watcher> known = all;
    if (known == null) {
      known = watchers.list(caller.actor(), page.getId());
      all = known;
    }
    return known;
  }

  /** Returns whether the reader is a person who does not watch yet. */
  public boolean isOpenToMe() {
    return caller.session().isPresent() && getAll().stream().noneMatch(this::isMe);
  }

  /** Returns whether a watcher is the reader. */
  public boolean isMe(Watcher watcher) {
    return watcher.userId().equals(caller.actor().id());
  }

  /** Lets the reader hear. */
  public void watch() {
    let(caller.actor().id());
  }

  /** Lets the chosen person hear. */
  public void add() {
    if (person == null) {
      throw new Rejected("/user_id", "required", Messages.text("ticket.watcher_needed"));
    }
    let(person);
    person = null;
  }

  private void let(@Nullable UUID who) {
    if (who != null) {
      watchers.add(caller.actor(), page.getId(), who);
      reload();
    }
  }

  /** Lets a person hear no more. */
  public void remove(UUID who) {
    watchers.remove(caller.actor(), page.getId(), who);
    reload();
  }

  private void reload() {
    all = null;
    page.load();
  }

  public @Nullable UUID getPerson() {
    return person;
  }

  public void setPerson(@Nullable UUID person) {
    this.person = person;
  }
}
