package dev.tocsin.incidents.internal;

import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Tells which escalation policies still name a person. */
@Dependent
public class PolicyMentions implements UserMentions {

  @Inject private PolicyRows policies;

  @Override
  public List<Warning> mentionsOf(UUID userId) {
    return policies.namesNaming(userId).stream()
        .map(
            name -> new Warning("in_escalation_policy", "Still named in escalation policy " + name))
        .toList();
  }
}
