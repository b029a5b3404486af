package dev.tocsin.schedules;

import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.schedules.internal.FeedToken;
import dev.tocsin.schedules.internal.FeedTokenRows;
import dev.tocsin.schedules.internal.ScheduleRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The secrets in the addresses of calendar feeds: shown once, kept as digests, ended with their
 * owner, with the schedule or with the person whose feed they open.
 *
 * <p>People see and revoke their own; admins everybody's.
 */
@Stateless
public class FeedTokens {

  /** How every token begins, so that scanners of leaked secrets know it. */
  public static final String PREFIX = "tcf_";

  @Inject private FeedTokenRows tokens;
  @Inject private ScheduleRows schedules;
  @Inject private Users users;
  @Inject private ApiTokens apiTokens;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Makes a token and returns its secret, this once.
   *
   * @throws Forbidden {@code nobody} when no person is behind the actor
   */
  public FeedTokenCreated create(Actor actor, CreateFeedToken command) {
    actor.require(Role.ADMIN, Role.AGENT);
    UUID owner =
        apiTokens
            .personBehind(actor)
            .orElseThrow(() -> new Forbidden("nobody", "A feed token belongs to a person."));
    judge(Input.check(command));
    String secret = PREFIX + Tokens.random();
    FeedToken token =
        new FeedToken(Ids.next(), command, Tokens.digest(secret), owner, Times.now(clock));
    tokens.add(token);
    audit.record(
        actor,
        "feed_token.created",
        "feed_token",
        token.id().toString(),
        Map.of("name", token.name()));
    String path = token.path().map(feed -> feed + "?token=" + secret).orElse(null);
    return new FeedTokenCreated(token.id(), secret, path);
  }

  /** Returns a page of tokens without their secrets, newest first. */
  public Page<FeedTokenView> list(Actor actor, PageRequest request) {
    actor.requireStaff();
    UUID owner = actor.is(Role.ADMIN) ? null : apiTokens.personBehind(actor).orElse(actor.id());
    return tokens.page(owner, request).map(FeedToken::view);
  }

  /** Returns what is known of a token. */
  public FeedTokenView require(Actor actor, UUID id) {
    return own(actor, id).view();
  }

  /** Ends a token at once, on every node. */
  public void revoke(Actor actor, UUID id) {
    FeedToken token = own(actor, id);
    tokens.remove(token);
    audit.record(
        actor, "feed_token.revoked", "feed_token", id.toString(), Map.of("name", token.name()));
  }

  private FeedToken own(Actor actor, UUID id) {
    actor.requireStaff();
    return tokens
        .find(id)
        .filter(
            token ->
                actor.is(Role.ADMIN)
                    || apiTokens.personBehind(actor).filter(token.ownerId()::equals).isPresent())
        .orElseThrow(() -> new NotFound("feed token"));
  }

  private void judge(CreateFeedToken command) {
    List<Fault> faults = new ArrayList<>();
    if (command.scheduleId() != null && command.userId() != null) {
      faults.add(new Fault("/user_id", "invalid", "is not allowed together with schedule_id"));
    }
    if (command.scheduleId() != null && schedules.find(command.scheduleId()).isEmpty()) {
      faults.add(new Fault("/schedule_id", "unknown", "there is no such schedule"));
    }
    if (command.userId() != null
        && users.find(command.userId()).filter(UserView::active).isEmpty()) {
      faults.add(new Fault("/user_id", "unknown", "there is no such user"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
