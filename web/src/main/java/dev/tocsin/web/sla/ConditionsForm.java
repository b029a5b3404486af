package dev.tocsin.web.sla;

import dev.tocsin.sla.PolicyConditions;
import dev.tocsin.ticketing.Priority;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about whom a policy is for; what is left empty does not matter. */
public class ConditionsForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Priority[] priorities = {};
  private UUID[] customerIds = {};
  private UUID[] teamIds = {};
  private String tagText = "";

  void fill(PolicyConditions conditions) {
    priorities = given(conditions.priority()).toArray(Priority[]::new);
    customerIds = given(conditions.customerId()).toArray(UUID[]::new);
    teamIds = given(conditions.teamId()).toArray(UUID[]::new);
    tagText = String.join(", ", given(conditions.tag()));
  }

  PolicyConditions command() {
    List<String> tags =
        Arrays.stream(tagText.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    return new PolicyConditions(
        chosen(List.of(priorities)),
        chosen(List.of(customerIds)),
        chosen(tags),
        chosen(List.of(teamIds)));
  }

  private static <T> List<T> given(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  private static <T> @Nullable List<T> chosen(List<T> values) {
    return values.isEmpty() ? null : values;
  }

  public Priority[] getPriorities() {
    return priorities;
  }

  public void setPriorities(Priority[] priorities) {
    this.priorities = priorities;
  }

  public UUID[] getCustomerIds() {
    return customerIds;
  }

  public void setCustomerIds(UUID[] customerIds) {
    this.customerIds = customerIds;
  }

  public UUID[] getTeamIds() {
    return teamIds;
  }

  public void setTeamIds(UUID[] teamIds) {
    this.teamIds = teamIds;
  }

  public String getTagText() {
    return tagText;
  }

  public void setTagText(String tagText) {
    this.tagText = tagText;
  }
}
