package dev.tocsin.accounts;

import dev.tocsin.accounts.internal.ApiToken;
import dev.tocsin.accounts.internal.Binding;
import dev.tocsin.accounts.internal.CustomerStore;
import dev.tocsin.accounts.internal.Judgement;
import dev.tocsin.accounts.internal.TokenStore;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Tokens;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of programs: shown once, kept as digests, ended with the person who made them.
 */
@Stateless
public class ApiTokens {

  /** How every token begins, so that scanners of leaked secrets know it. */
  public static final String PREFIX = "tcs_";

  /** Longer than any token, shorter than any harm. */
  private static final int LONGEST = 100;

  @Inject private TokenStore tokens;
  @Inject private CustomerStore customers;
  @Inject private Audit audit;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Makes a token and returns its secret, this once. */
  public ApiTokenCreated create(Actor actor, CreateApiToken command) {
    actor.require(Role.ADMIN);
    Instant now = Times.now(clock);
    Judgement.of(command)
        .and(Binding.faults(command.role(), command.customerId(), customers::exists))
        .and(expiryFaults(command.expiresAt(), now))
        .pass();
    String secret = PREFIX + Tokens.random();
    ApiToken token =
        new ApiToken(
            Ids.next(), command, Tokens.digest(secret), personBehind(actor).orElse(null), now);
    tokens.add(token);
    Map<String, Object> detail = Map.of("name", token.name(), "role", command.role());
    audit.record(actor, "api_token.created", "api_token", token.id().toString(), detail);
    return new ApiTokenCreated(token.id(), secret);
  }

  /** Returns a page of tokens without their secrets, newest first; for admins. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<ApiTokenView> list(Actor actor, PageRequest page) {
    actor.require(Role.ADMIN);
    return tokens.list(page).map(ApiToken::view);
  }

  /**
   * Returns a token without its secret; for admins.
   *
   * @throws dev.tocsin.platform.error.NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ApiTokenView require(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    return tokens.require(id).view();
  }

  /** Ends a token at once, on every node. */
  public void revoke(Actor actor, UUID id) {
    actor.require(Role.ADMIN);
    ApiToken token = tokens.require(id);
    tokens.remove(token);
    Map<String, Object> detail = Map.of("name", token.name());
    audit.record(actor, "api_token.revoked", "api_token", id.toString(), detail);
  }

  /**
   * Returns who bears a token; empty when it is unknown, revoked or expired.
   *
   * <p>Every request asks this: it needs no transaction but when a use is noted, once a minute.
   *
   * @param secret what follows {@code Bearer} and a space
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Actor> authenticate(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() > LONGEST) {
      return Optional.empty();
    }
    Instant now = Times.now(clock);
    Optional<ApiToken> token = tokens.bySecret(secret).filter(known -> !known.isExpired(now));
    token
        .filter(known -> known.usedLongBefore(now))
        .ifPresent(known -> transactions.run(() -> tokens.used(known.id(), now)));
    return token.map(ApiToken::asActor);
  }

  /**
   * Returns the user who acts, in person or by a token of theirs; empty for the system.
   *
   * <p>What is made with a token belongs to the token's owner, or it could outlive their account.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<UUID> personBehind(Actor actor) {
    Optional<UUID> id = Optional.ofNullable(actor.id());
    return actor.kind() == Actor.Kind.API_TOKEN
        ? id.map(tokens::require).map(ApiToken::ownerId)
        : id;
  }

  private static List<Fault> expiryFaults(@Nullable Instant expiresAt, Instant now) {
    return expiresAt == null || expiresAt.isAfter(now)
        ? List.of()
        : List.of(new Fault("/expires_at", "out_of_range", "must be in the future"));
  }
}
