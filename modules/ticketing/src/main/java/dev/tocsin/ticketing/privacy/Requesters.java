package dev.tocsin.ticketing.privacy;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Retrying;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.privacy.Person;
import dev.tocsin.ticketing.internal.privacy.Persons;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what is held of a person who asked, and forgets them; for administrators. */
@Stateless
public class Requesters {

  @Inject private Clock clock;
  @Inject private Persons persons;
  @Inject @Any private Instance<PersonalData> holders;
  @Inject private Audit audit;
  @Inject private Retrying retrying;

  /**
   * Returns all that is held of a person, internal comments included.
   *
   * @throws NotFound when nothing is
   */
  public RequesterExport export(Actor actor, String email) {
    actor.require(Role.ADMIN);
    Map<String, List<?>> held = new TreeMap<>();
    for (PersonalData holder : holders) {
      held.putAll(holder.heldOf(email));
    }
    held.values().removeIf(List::isEmpty);
    if (held.isEmpty()) {
      throw new NotFound("requester");
    }
    audit.record(actor, "requester.exported", "requester", Person.digest(email), Map.of());
    return new RequesterExport(email, Times.now(clock), held);
  }

  /**
   * Forgets a person: name and email go from tickets, comments and histories, from texts too; their
   * files are deleted. What happened stays, without saying to whom. All of it is one transaction,
   * begun anew when it meets another.
   *
   * @throws NotFound when nothing is held
   */
  @TransactionAttribute(NOT_SUPPORTED)
  public Erasure erase(Actor actor, String email) {
    actor.require(Role.ADMIN);
    return retrying.call(() -> erased(actor, email));
  }

  private Erasure erased(Actor actor, String email) {
    boolean account = persons.account(email).isPresent();
    Map<String, Integer> erased = new TreeMap<>();
    for (PersonalData holder : holders) {
      erased.putAll(holder.forget(email));
    }
    erased.values().removeIf(count -> count == 0);
    if (erased.isEmpty()) {
      throw new NotFound("requester");
    }
    // the chain keeps for ever what it is told: the digest tells nobody who does not know the email
    audit.record(actor, "requester.erased", "requester", Person.digest(email), erased);
    return new Erasure(Times.now(clock), erased, account);
  }
}
