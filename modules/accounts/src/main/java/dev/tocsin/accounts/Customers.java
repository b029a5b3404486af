package dev.tocsin.accounts;

import dev.tocsin.accounts.internal.Customer;
import dev.tocsin.accounts.internal.CustomerStore;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The customers, each a tenant whose tickets and people no other customer sees. */
@Stateless
public class Customers {

  @Inject private CustomerStore customers;
  @Inject private Event<CustomerDeleted> deleted;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Adds a customer.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code key_taken}
   */
  public CustomerView create(Actor actor, CreateCustomer command) {
    actor.require(Role.ADMIN);
    Input.check(command);
    Customer customer = new Customer(Ids.next(), command, Times.now(clock));
    customers.add(customer);
    Map<String, Object> detail = Map.of("key", customer.key(), "name", customer.name());
    audit.record(actor, "customer.created", "customer", customer.id().toString(), detail);
    return customer.view();
  }

  /**
   * Changes what the command names.
   *
   * @param ifVersion the version the caller saw; null changes whichever is newest
   */
  public CustomerView change(
      Actor actor, UUID id, ChangeCustomer command, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(command);
    Customer customer = customers.require(id);
    Stale.check(customer.version(), ifVersion);
    Map<String, Object> changed = new TreeMap<>();
    if (command.name() != null && !command.name().strip().equals(customer.name())) {
      customer.rename(command.name());
      changed.put("name", customer.name());
    }
    if (command.language() != null && !command.language().equals(customer.language())) {
      customer.speak(command.language());
      changed.put("language", customer.language());
    }
    if (!changed.isEmpty()) {
      customers.flush();
      audit.record(actor, "customer.changed", "customer", id.toString(), changed);
    }
    return customer.view();
  }

  /**
   * Deletes a customer that nothing refers to.
   *
   * @throws dev.tocsin.platform.error.Conflict {@code in_use}, or what an observer of {@link
   *     CustomerDeleted} throws
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Customer customer = customers.require(id);
    Stale.check(customer.version(), ifVersion);
    customers.remove(customer);
    deleted.fire(new CustomerDeleted(id, customer.key(), Times.now(clock)));
    Map<String, Object> detail = Map.of("key", customer.key());
    audit.record(actor, "customer.deleted", "customer", id.toString(), detail);
  }

  /** Returns a page of customers by key: all for staff, their own for a customer. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<CustomerView> list(Actor actor, PageRequest page) {
    actor.require(Role.ADMIN, Role.AGENT, Role.VIEWER, Role.CUSTOMER);
    UUID own = actor.customerId();
    if (own != null) {
      return new Page<>(List.of(require(own)), null);
    }
    return customers.list(page).map(Customer::view);
  }

  /**
   * Returns a customer that the actor may know of.
   *
   * @throws NotFound for another customer's, as if there were none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public CustomerView require(Actor actor, UUID id) {
    actor.require(Role.ADMIN, Role.AGENT, Role.VIEWER, Role.CUSTOMER);
    if (actor.isCustomer() && !id.equals(actor.customerId())) {
      throw new NotFound("customer");
    }
    return require(id);
  }

  /**
   * Returns a customer, for other modules.
   *
   * @throws NotFound when there is none
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public CustomerView require(UUID id) {
    return customers.require(id).view();
  }

  /** Returns a customer, for other modules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<CustomerView> find(UUID id) {
    return customers.find(id).map(Customer::view);
  }

  /** Returns the customer with exactly this key, for other modules. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<CustomerView> byKey(String key) {
    return customers.byKey(key).map(Customer::view);
  }

  /** Returns those of the customers that exist, by id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<UUID, CustomerView> byIds(Collection<UUID> ids) {
    return customers.byIds(ids).stream()
        .map(Customer::view)
        .collect(Collectors.toMap(CustomerView::id, Function.identity()));
  }
}
