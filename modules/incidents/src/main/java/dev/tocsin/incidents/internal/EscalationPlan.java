package dev.tocsin.incidents.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a policy: what happens when nobody has answered so far. The engine and the simulation both
 * ask it, so what is shown is what is done.
 *
 * <p>A tier that reaches nobody is passed over at once. After the last tier the policy begins anew
 * as often as it says; it ends when that is used up, or when a whole walk around reached nobody.
 */
final class EscalationPlan {
  private final List<PolicyTier> tiers;
  private final int repeat;
  private final TargetFinder finder;

  EscalationPlan(List<PolicyTier> tiers, int repeat, TargetFinder finder) {
    this.tiers = List.copyOf(tiers);
    this.repeat = repeat;
    this.finder = finder;
  }

  /**
   * A place in the walk.
   *
   * @param round 0 for the first walk, 1 for the first repeat …
   * @param tier may be one past the last: then the round is over
   */
  record Place(int round, int tier) {
    static final Place START = new Place(0, 0);

    Place next() {
      return new Place(round, tier + 1);
    }
  }

  /** A tier that was passed over, with what was found there. */
  record Skip(Place place, Targets targets) {}

  /**
   * What to do now.
   *
   * @param skips tiers passed over on the way
   * @param place whom to page; null when the plan has ended
   * @param targets whom that reaches; null when the plan has ended
   * @param dueAt when to go on, unless somebody answers; null when the plan has ended
   */
  record Step(
      List<Skip> skips, @Nullable Place place, @Nullable Targets targets, @Nullable Instant dueAt) {

    boolean isEnd() {
      return place == null;
    }
  }

  /** Return what to do at an instant when it is this place's turn. */
  Step step(Place from, Instant at) {
    List<Skip> skips = new ArrayList<>();
    Place place = from;
    while (skips.size() < tiers.size()) {
      if (place.tier() >= tiers.size()) {
        if (place.round() >= repeat) {
          break;
        }
        place = new Place(place.round() + 1, 0);
      }
      PolicyTier tier = tiers.get(place.tier());
      Targets targets = finder.find(tier, at);
      if (!targets.reachNobody()) {
        return new Step(skips, place, targets, at.plusSeconds(tier.timeoutSeconds()));
      }
      skips.add(new Skip(place, targets));
      place = place.next();
    }
    return new Step(skips, null, null, null);
  }
}
