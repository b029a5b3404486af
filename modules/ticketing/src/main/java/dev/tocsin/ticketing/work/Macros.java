package dev.tocsin.ticketing.work;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.internal.work.Macro;
import dev.tocsin.ticketing.internal.work.MacroRun;
import dev.tocsin.ticketing.internal.work.SharedStore;
import dev.tocsin.ticketing.internal.work.Sharing;
import dev.tocsin.ticketing.internal.work.SharingRules;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers that are given often, with the changes that go with them, and gives them.
 *
 * <p>They are shared like {@link SavedViews}. To apply one is to comment and to change as the
 * acting person, in one transaction.
 */
@Stateless
public class Macros {

  @Inject private Clock clock;
  @Inject private SharedStore store;
  @Inject private MacroRun run;
  @Inject private SharingRules rules;
  @Inject private Audit audit;

  /** Returns every macro the actor finds, in their order. */
  @TransactionAttribute(SUPPORTS)
  public List<MacroView> list(Actor actor) {
    rules.requireStaff(actor);
    return rules.visible(actor, store.all(Macro.class)).map(Macro::view).toList();
  }

  /** Returns a macro. */
  @TransactionAttribute(SUPPORTS)
  public MacroView require(Actor actor, UUID id) {
    return visible(actor, id).view();
  }

  /**
   * Keeps a new macro.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public MacroView create(Actor actor, MacroDraft draft) {
    rules.requireStaff(actor);
    run.check(Input.check(draft));
    Sharing sharing = rules.sharing(actor, draft.audience(), draft.teamId());
    Instant now = Times.now(clock);
    Macro macro = store.add(new Macro(), now);
    macro.replace(draft, sharing, now);
    return recorded(actor, "macro.created", macro);
  }

  /**
   * Replaces a macro; it stays its owner's.
   *
   * @param ifVersion the version the change was made from; null does not care
   */
  public MacroView change(Actor actor, UUID id, MacroDraft draft, @Nullable Long ifVersion) {
    Macro macro = changeable(actor, id);
    run.check(Input.check(draft));
    macro.expect(ifVersion);
    Sharing sharing = rules.sharing(actor, draft.audience(), draft.teamId());
    macro.replace(draft, macro.sharing().as(sharing), Times.now(clock));
    return recorded(actor, "macro.changed", macro);
  }

  /** Removes a macro. */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    Macro macro = changeable(actor, id);
    macro.expect(ifVersion);
    store.remove(macro);
    audit.record(actor, "macro.deleted", "macro", id.toString(), Map.of("name", macro.name()));
  }

  /** Returns what a macro would do to a ticket now; nothing is done. */
  @TransactionAttribute(SUPPORTS)
  public MacroPreview preview(Actor actor, String ticketRef, UUID id) {
    return run.preview(actor, ticketRef, visible(actor, id).view());
  }

  /**
   * Says a macro's reply on a ticket and makes its changes: all of it or nothing.
   *
   * @param ifVersion the ticket's version the macro was chosen on; null does not care
   */
  public TicketView apply(
      Actor actor, String ticketRef, UUID id, ApplyMacro command, @Nullable Long ifVersion) {
    MacroView macro = visible(actor, id).view();
    return run.apply(actor, ticketRef, macro, Input.check(command), ifVersion);
  }

  private Macro visible(Actor actor, UUID id) {
    rules.requireStaff(actor);
    return rules.visible(actor, store.find(Macro.class, id), "macro");
  }

  private Macro changeable(Actor actor, UUID id) {
    Macro macro = visible(actor, id);
    rules.requireChangeable(actor, macro);
    return macro;
  }

  private MacroView recorded(Actor actor, String action, Macro macro) {
    MacroView view = store.kept(macro).view();
    audit.record(actor, action, "macro", view.id().toString(), Map.of("macro", view));
    return view;
  }
}
