package dev.tocsin.web.sla;

import dev.tocsin.persistence.Code;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.web.console.Messages;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed about a policy. */
public class PolicyForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String order = "";
  private boolean enabled = true;
  private final ConditionsForm conditions = new ConditionsForm();
  private final Map<String, TargetForm> targets = new LinkedHashMap<>();
  private final PauseForm pause = new PauseForm();
  private String bands = BandText.usual();

  PolicyForm() {
    for (Metric metric : Metric.values()) {
      targets.put(Code.of(metric), new TargetForm());
    }
  }

  void fill(PolicyView policy) {
    name = policy.name();
    order = Integer.toString(policy.order());
    enabled = policy.enabled();
    conditions.fill(policy.conditions());
    policy.targets().forEach(target -> target(target.metric()).fill(target));
    pause.fill(policy);
    bands = BandText.of(policy.thresholds());
  }

  PolicyDraft command() {
    return new PolicyDraft(
        name,
        place(),
        enabled,
        conditions.command(),
        promised().stream().map(m -> target(m).command(m, Code.of(m))).toList(),
        pause.isOnWaiting(),
        List.of(pause.getMetrics()),
        pause.isExcludeResolvedTime(),
        BandText.read(bands, "/thresholds"));
  }

  private List<Metric> promised() {
    return Stream.of(Metric.values()).filter(metric -> target(metric).isPromised()).toList();
  }

  private TargetForm target(Metric metric) {
    return targets.computeIfAbsent(Code.of(metric), any -> new TargetForm());
  }

  private @Nullable Integer place() {
    try {
      return order.isBlank() ? null : Integer.valueOf(order.strip());
    } catch (NumberFormatException e) {
      throw new Rejected("/order", "invalid", Messages.text("schedules.bad_length"));
    }
  }

  /** Returns the input that shows what is at a pointer of the command. */
  String input(String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 2 || !parts[1].equals("targets")) {
      return parts.length > 2 ? "/" + parts[1] : pointer;
    }
    if (parts.length < 4) {
      return "/" + Code.of(Metric.FIRST_RESPONSE);
    }
    String metric = Code.of(promised().get(Integer.parseInt(parts[2])));
    return "/" + metric + (parts[3].equals("calendar_id") ? "_calendar" : "");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public ConditionsForm getConditions() {
    return conditions;
  }

  /** Returns the targets by their metric's code. */
  public Map<String, TargetForm> getTargets() {
    return Collections.unmodifiableMap(targets);
  }

  public PauseForm getPause() {
    return pause;
  }

  public String getBands() {
    return bands;
  }

  public void setBands(String bands) {
    this.bands = bands;
  }
}
