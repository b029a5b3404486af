package dev.tocsin.web.sla;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.PolicyConditions;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.sla.SlaPolicies;
import dev.tocsin.web.console.People;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The policies in the order in which they are asked. */
@Named
@RequestScoped
public class SlaPolicyListPage {

  @Inject private SlaPolicies policies;
  @Inject private People people;
  @Inject private Caller caller;
  private @Nullable List<PolicyView> all;

  /** Returns every policy in its order, read once a request. */
  public List<PolicyView> getAll() {
    List<PolicyView> known = all;
    if (known == null) {
      known = policies.list(caller.actor());
      all = known;
    }
    return known;
  }

  /** Returns the conditions of a policy in words, one each; empty when it is for every ticket. */
  public List<String> conditions(PolicyView policy) {
    PolicyConditions conditions = policy.conditions();
    List<String> words = new ArrayList<>();
    words(words, conditions.priority(), Code::of);
    words(words, conditions.customerId(), people::customer);
    words(words, conditions.tag(), tag -> tag);
    words(words, conditions.teamId(), people::team);
    return words;
  }

  private static <T> void words(
      List<String> words, @Nullable List<T> values, Function<T, String> word) {
    if (values != null && !values.isEmpty()) {
      words.add(String.join(", ", values.stream().map(word).toList()));
    }
  }
}
