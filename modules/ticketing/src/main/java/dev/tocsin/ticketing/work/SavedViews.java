package dev.tocsin.ticketing.work;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import dev.tocsin.ticketing.internal.work.BuiltInViews;
import dev.tocsin.ticketing.internal.work.SavedView;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lists of tickets that people come back to.
 *
 * <p>Everybody who works here finds the built-in ones, their own, their teams' and those for
 * everyone. One's own are one's own to change; what a team shares its members may change, what
 * everyone shares only admins.
 */
@Stateless
public class SavedViews {

  @Inject private Clock clock;
  @Inject private SharedStore store;
  @Inject private SharingRules rules;
  @Inject private Audit audit;

  /** Returns every view the actor finds: the built-in ones, then the others in their order. */
  @TransactionAttribute(SUPPORTS)
  public List<SavedViewDetail> list(Actor actor) {
    rules.requireStaff(actor);
    Stream<SavedViewDetail> kept =
        rules.visible(actor, store.all(SavedView.class)).map(SavedView::detail);
    return Stream.concat(BuiltInViews.all().stream(), kept).toList();
  }

  /** Returns a view. */
  @TransactionAttribute(SUPPORTS)
  public SavedViewDetail require(Actor actor, UUID id) {
    rules.requireStaff(actor);
    Optional<SavedViewDetail> builtIn = BuiltInViews.find(id);
    return builtIn.isPresent() ? builtIn.get() : visible(actor, id).detail();
  }

  /**
   * Saves a new view.
   *
   * @throws dev.tocsin.platform.error.Rejected naming every fault
   */
  public SavedViewDetail create(Actor actor, SavedViewDraft draft) {
    rules.requireStaff(actor);
    judge(actor, draft);
    Sharing sharing = rules.sharing(actor, draft.audience(), draft.teamId());
    Instant now = Times.now(clock);
    SavedView view = store.add(new SavedView(), now);
    view.replace(draft, sharing, now);
    return recorded(actor, "saved_view.created", view);
  }

  /**
   * Replaces a view; it stays its owner's.
   *
   * @param ifVersion the version the change was made from; null does not care
   */
  public SavedViewDetail change(
      Actor actor, UUID id, SavedViewDraft draft, @Nullable Long ifVersion) {
    SavedView view = changeable(actor, id);
    judge(actor, draft);
    view.expect(ifVersion);
    Sharing sharing = rules.sharing(actor, draft.audience(), draft.teamId());
    view.replace(draft, view.sharing().as(sharing), Times.now(clock));
    return recorded(actor, "saved_view.changed", view);
  }

  /** Removes a view. */
  public void delete(Actor actor, UUID id, @Nullable Long ifVersion) {
    SavedView view = changeable(actor, id);
    view.expect(ifVersion);
    store.remove(view);
    audit.record(
        actor, "saved_view.deleted", "saved_view", id.toString(), Map.of("name", view.name()));
  }

  private SavedView visible(Actor actor, UUID id) {
    return rules.visible(actor, store.find(SavedView.class, id), "saved view");
  }

  private SavedView changeable(Actor actor, UUID id) {
    rules.requireStaff(actor);
    if (BuiltInViews.find(id).isPresent()) {
      throw new Conflict("built_in", "This view came with the product.");
    }
    SavedView view = visible(actor, id);
    rules.requireChangeable(actor, view);
    return view;
  }

  private SavedViewDetail recorded(Actor actor, String action, SavedView view) {
    SavedViewDetail detail = store.kept(view).detail();
    audit.record(actor, action, "saved_view", detail.id().toString(), Map.of("view", detail));
    return detail;
  }

  /** Lets pass a view that can be asked for. */
  private static void judge(Actor actor, SavedViewDraft draft) {
    Input.check(draft);
    try {
      draft.filter().query(actor);
    } catch (Rejected e) {
      throw e.at("/filter"::concat);
    }
  }
}
