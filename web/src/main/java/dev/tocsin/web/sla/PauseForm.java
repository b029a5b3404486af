package dev.tocsin.web.sla;

import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyView;
import java.io.Serializable;

/** What is typed about when a policy's clocks stand still. */
public class PauseForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private boolean onWaiting = true;
  private Metric[] metrics = {};
  private boolean excludeResolvedTime;

  void fill(PolicyView policy) {
    onWaiting = policy.pauseOnWaiting();
    metrics = policy.pauseMetrics().toArray(Metric[]::new);
    excludeResolvedTime = policy.excludeResolvedTime();
  }

  public boolean isOnWaiting() {
    return onWaiting;
  }

  public void setOnWaiting(boolean onWaiting) {
    this.onWaiting = onWaiting;
  }

  /** Returns the metrics that pause; none means all. */
  public Metric[] getMetrics() {
    return metrics;
  }

  public void setMetrics(Metric[] metrics) {
    this.metrics = metrics;
  }

  public boolean isExcludeResolvedTime() {
    return excludeResolvedTime;
  }

  public void setExcludeResolvedTime(boolean excludeResolvedTime) {
    this.excludeResolvedTime = excludeResolvedTime;
  }
}
