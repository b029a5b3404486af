package dev.tocsin.schedules;

import dev.tocsin.accounts.ApiTokens;
import dev.tocsin.platform.Actor;
import java.util.Optional;
import java.util.UUID;

/** Tells who is behind an actor where every actor is a person. */
class KnownTokens extends ApiTokens {

  @Override
  public Optional<UUID> personBehind(Actor actor) {
    return Optional.ofNullable(actor.id());
  }
}
