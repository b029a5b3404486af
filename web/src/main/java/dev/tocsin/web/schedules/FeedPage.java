package dev.tocsin.web.schedules;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.schedules.CreateFeedToken;
import dev.tocsin.schedules.FeedTokenView;
import dev.tocsin.schedules.FeedTokens;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of calendar feeds: of one schedule, or of the reader's own shifts. */
@Named
@ViewScoped
public class FeedPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FeedTokens tokens;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private @Nullable UUID schedule;
  private String name = "";
  private @Nullable String address;
  private transient List<FeedTokenView> known = List.of();

  /** Lists the addresses of the schedule's feed. */
  public void loadOfSchedule() {
    page.load();
    schedule = page.required().id();
    load();
  }

  /** Lists the addresses of the reader's own feed. */
  public void load() {
    known =
        tokens.list(caller.actor(), new PageRequest(PageRequest.MAX_LIMIT, null)).data().stream()
            .filter(this::isOfThisFeed)
            .toList();
  }

  private boolean isOfThisFeed(FeedTokenView token) {
    return schedule == null
        ? Objects.equals(token.userId(), caller.actor().id())
        : schedule.equals(token.scheduleId());
  }

  /** Makes an address; it is shown this once. */
  public void create() {
    UUID reader = schedule == null ? caller.actor().id() : null;
    address = tokens.create(caller.actor(), new CreateFeedToken(name, schedule, reader)).path();
    name = "";
    load();
  }

  /** Ends an address at once. */
  public void revoke(UUID token) {
    tokens.revoke(caller.actor(), token);
    Messages.done("feeds.revoked");
    load();
  }

  /** Returns the path of the feed just made, with its secret; null else. */
  public @Nullable String getAddress() {
    return address;
  }

  public List<FeedTokenView> getKnown() {
    return known;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
