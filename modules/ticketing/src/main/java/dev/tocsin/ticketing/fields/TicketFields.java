package dev.tocsin.ticketing.fields;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.fields.CustomField;
import dev.tocsin.ticketing.internal.fields.FieldStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the fields a desk adds to its tickets.
 *
 * <p>Staff may read them, admins change them; every change is in the audit chain. A field that
 * tickets have values in is archived, not removed: it is no longer offered, and what was written
 * stays readable. Keys that no field has are nobody's business: programs may keep notes of their
 * own on a ticket.
 */
@Stateless
public class TicketFields {

  @Inject private Clock clock;
  @Inject private FieldStore store;
  @Inject private Audit audit;

  /** Returns every field in its order, archived ones last. */
  @TransactionAttribute(SUPPORTS)
  public List<CustomFieldView> list(Actor actor) {
    actor.requireStaff();
    return store.all().stream().map(CustomField::view).toList();
  }

  /** Returns a field. */
  @TransactionAttribute(SUPPORTS)
  public CustomFieldView require(Actor actor, UUID id) {
    actor.requireStaff();
    return store.require(id).view();
  }

  /**
   * Adds a field.
   *
   * @throws Conflict {@code key_taken}
   */
  public CustomFieldView create(Actor actor, CustomFieldDraft draft) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    return recorded(actor, "custom_field.created", store.add(draft, Times.now(clock)));
  }

  /**
   * Replaces a field's label, options, place and whether it is required or archived.
   *
   * @param ifVersion the version the change was made from; null does not care
   */
  public CustomFieldView change(
      Actor actor, UUID id, CustomFieldDraft draft, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    Input.check(draft);
    CustomField field = store.require(id);
    field.expect(ifVersion);
    field.replace(draft, Times.now(clock));
    return recorded(actor, "custom_field.changed", field);
  }

  /**
   * Removes a field that no ticket has a value in.
   *
   * @throws Conflict {@code in_use}
   */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    CustomField field = store.require(id);
    field.expect(ifVersion);
    if (store.isUsed(field.key())) {
      throw new Conflict("in_use", "Tickets have values in this field; archive it instead.");
    }
    store.remove(field);
    audit.record(
        actor, "custom_field.deleted", "custom_field", id.toString(), Map.of("key", field.key()));
  }

  private CustomFieldView recorded(Actor actor, String action, CustomField field) {
    CustomFieldView view = store.flushed(field).view();
    audit.record(actor, action, "custom_field", view.id().toString(), Map.of("field", view));
    return view;
  }
}
