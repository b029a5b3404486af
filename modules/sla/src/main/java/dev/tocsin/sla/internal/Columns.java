package dev.tocsin.sla.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.sla.ClockState;
import dev.tocsin.sla.Holiday;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyConditions;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.sla.Threshold;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;

/** How this module's values lie in columns. */
final class Columns {

  private Columns() {}

  /** A metric as its code. */
  @Converter
  public static class OfMetric extends CodeColumn<Metric>
      implements AttributeConverter<Metric, String> {
    public OfMetric() {
      super(Metric.class);
    }
  }

  /** A clock's state as its code. */
  @Converter
  public static class OfState extends CodeColumn<ClockState>
      implements AttributeConverter<ClockState, String> {
    public OfState() {
      super(ClockState.class);
    }
  }

  /** A stretch's reason as its code. */
  @Converter
  public static class OfReason extends CodeColumn<Stretch.Reason>
      implements AttributeConverter<Stretch.Reason, String> {
    public OfReason() {
      super(Stretch.Reason.class);
    }
  }

  /** A recalculation's scope as its code. */
  @Converter
  public static class OfScope extends CodeColumn<Recalculation.Scope>
      implements AttributeConverter<Recalculation.Scope, String> {
    public OfScope() {
      super(Recalculation.Scope.class);
    }
  }

  /** Metrics as a JSON array. */
  @Converter
  public static class OfMetrics extends JsonColumn<List<Metric>>
      implements AttributeConverter<List<Metric>, Object> {
    public OfMetrics() {
      super(new TypeReference<>() {});
    }
  }

  /** A week's frames as JSON. */
  @Converter
  public static class OfWeek extends JsonColumn<Map<String, List<List<String>>>>
      implements AttributeConverter<Map<String, List<List<String>>>, Object> {
    public OfWeek() {
      super(new TypeReference<>() {});
    }
  }

  /** Holidays as a JSON array. */
  @Converter
  public static class OfHolidays extends JsonColumn<List<Holiday>>
      implements AttributeConverter<List<Holiday>, Object> {
    public OfHolidays() {
      super(new TypeReference<>() {});
    }
  }

  /** Thresholds as a JSON array. */
  @Converter
  public static class OfThresholds extends JsonColumn<List<Threshold>>
      implements AttributeConverter<List<Threshold>, Object> {
    public OfThresholds() {
      super(new TypeReference<>() {});
    }
  }

  /** A policy's conditions as JSON. */
  @Converter
  public static class OfConditions extends JsonColumn<PolicyConditions>
      implements AttributeConverter<PolicyConditions, Object> {
    public OfConditions() {
      super(new TypeReference<>() {});
    }
  }

  /** A policy's targets as JSON. */
  @Converter
  public static class OfTargets extends JsonColumn<List<PolicyTarget>>
      implements AttributeConverter<List<PolicyTarget>, Object> {
    public OfTargets() {
      super(new TypeReference<>() {});
    }
  }
}
