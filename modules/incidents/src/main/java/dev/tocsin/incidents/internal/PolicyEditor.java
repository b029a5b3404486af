package dev.tocsin.incidents.internal;

import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.ChangePolicy;
import dev.tocsin.incidents.ChangeTier;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.OnCall;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Judges what a policy shall hold, with every fault at once, and stores what is good. */
@Dependent
public class PolicyEditor {
  private static final int MOST_TIERS = 20;

  @Inject private PolicyRows rows;
  @Inject private Users users;
  @Inject private OnCall onCall;
  @Inject private Settings settings;

  EscalationPolicy create(CreatePolicy command, Instant at) {
    List<CreateTier> tiers = command.tiers() == null ? List.of() : command.tiers();
    List<PolicyTier> judged = judged(tiers, at);
    EscalationPolicy policy = new EscalationPolicy(Ids.next(), command, judged, at);
    rows.add(policy);
    return policy;
  }

  void change(EscalationPolicy policy, ChangePolicy command, Instant at) {
    if (command.tiers() != null) {
      policy.pageInOrder(judged(command.tiers(), at));
    }
    policy.change(command);
    rows.flush();
  }

  void addTier(EscalationPolicy policy, CreateTier command, Instant at) {
    if (policy.tiers().size() >= MOST_TIERS) {
      throw new Conflict("too_many_tiers", "A policy has at most " + MOST_TIERS + " tiers.");
    }
    List<PolicyTier> tiers = new ArrayList<>(policy.tiers());
    tiers.add(judged(PolicyTier.of(Ids.next(), command), at));
    policy.pageInOrder(tiers);
    rows.flush();
  }

  void changeTier(EscalationPolicy policy, UUID tierId, ChangeTier command, Instant at) {
    List<PolicyTier> tiers = new ArrayList<>(policy.tiers());
    int index = indexOf(tiers, tierId);
    tiers.set(index, judged(tiers.get(index).changedBy(command), at));
    policy.pageInOrder(tiers);
    rows.flush();
  }

  void removeTier(EscalationPolicy policy, UUID tierId) {
    List<PolicyTier> tiers = new ArrayList<>(policy.tiers());
    tiers.remove(indexOf(tiers, tierId));
    policy.pageInOrder(tiers);
    rows.flush();
  }

  /** Deletes a policy that nothing uses; schedules that name it are as if they named none. */
  void delete(EscalationPolicy policy) {
    boolean used =
        rows.isActive(policy.id())
            || rows.rules().stream().anyMatch(r -> r.escalationPolicyId().equals(policy.id()))
            || policy.id().equals(settings.current(IncidentSettings.FALLBACK_POLICY));
    if (used) {
      throw new Conflict(
          "policy_in_use", "It is the fallback, or a rule or an open incident uses it.");
    }
    rows.remove(policy);
  }

  private static int indexOf(List<PolicyTier> tiers, UUID tierId) {
    return IntStream.range(0, tiers.size())
        .filter(i -> tiers.get(i).id().equals(tierId))
        .findFirst()
        .orElseThrow(() -> new NotFound("tier"));
  }

  private List<PolicyTier> judged(List<CreateTier> commands, Instant at) {
    List<Fault> faults = new ArrayList<>();
    List<PolicyTier> tiers = new ArrayList<>();
    for (CreateTier command : commands) {
      PolicyTier tier = PolicyTier.of(Ids.next(), command);
      judge(tier, "/tiers/" + tiers.size(), at, faults);
      tiers.add(tier);
    }
    refuse(faults);
    return tiers;
  }

  private PolicyTier judged(PolicyTier tier, Instant at) {
    List<Fault> faults = new ArrayList<>();
    judge(tier, "", at, faults);
    refuse(faults);
    return tier;
  }

  private void judge(PolicyTier tier, String pointer, Instant at, List<Fault> faults) {
    if (tier.pagesSchedule() && tier.scheduleId() == null) {
      faults.add(new Fault(pointer + "/schedule_id", "required", "is needed for this target"));
    }
    if (tier.scheduleId() != null && onCall.find(tier.scheduleId(), at).isEmpty()) {
      faults.add(new Fault(pointer + "/schedule_id", "unknown", "there is no such schedule"));
    }
    if (tier.pagesUsers() && tier.userIds().isEmpty() && tier.userNames().isEmpty()) {
      faults.add(
          new Fault(
              pointer + "/user_names", "required", "user_names or user_ids are needed for this"));
    }
    for (int i = 0; i < tier.userIds().size(); i++) {
      if (users.find(tier.userIds().get(i)).isEmpty()) {
        faults.add(new Fault(pointer + "/user_ids/" + i, "unknown", "there is no such user"));
      }
    }
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
