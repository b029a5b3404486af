package dev.tocsin.ticketing.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingConditions;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.Visibility;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How this module's values lie in columns. */
public final class Columns {

  private Columns() {}

  /** A priority as its code. */
  @Converter
  public static class OfPriority extends CodeColumn<Priority>
      implements AttributeConverter<Priority, String> {
    public OfPriority() {
      super(Priority.class);
    }
  }

  /** A status as its code. */
  @Converter
  public static class OfStatus extends CodeColumn<TicketStatus>
      implements AttributeConverter<TicketStatus, String> {
    public OfStatus() {
      super(TicketStatus.class);
    }
  }

  /** A service level state as its code. */
  @Converter
  public static class OfSla extends CodeColumn<SlaState>
      implements AttributeConverter<SlaState, String> {
    public OfSla() {
      super(SlaState.class);
    }
  }

  /** A visibility as its code. */
  @Converter
  public static class OfVisibility extends CodeColumn<Visibility>
      implements AttributeConverter<Visibility, String> {
    public OfVisibility() {
      super(Visibility.class);
    }
  }

  /** A kind of actor as its code. */
  @Converter
  public static class OfActorKind extends CodeColumn<Actor.Kind>
      implements AttributeConverter<Actor.Kind, String> {
    public OfActorKind() {
      super(Actor.Kind.class);
    }
  }

  /** Tags as a JSON array. */
  @Converter
  public static class OfTags extends JsonColumn<List<String>>
      implements AttributeConverter<List<String>, Object> {
    public OfTags() {
      super(new TypeReference<>() {});
    }
  }

  /** Ids as a JSON array. */
  @Converter
  public static class OfIds extends JsonColumn<Set<UUID>>
      implements AttributeConverter<Set<UUID>, Object> {
    public OfIds() {
      super(new TypeReference<>() {});
    }
  }

  /** Custom fields as a JSON object. */
  @Converter
  public static class OfFields extends JsonColumn<Map<String, Object>>
      implements AttributeConverter<Map<String, Object>, Object> {
    public OfFields() {
      super(new TypeReference<>() {});
    }
  }

  /** What changed, as a JSON object by property. */
  @Converter
  public static class OfShifts extends JsonColumn<Map<String, Shift>>
      implements AttributeConverter<Map<String, Shift>, Object> {
    public OfShifts() {
      super(new TypeReference<>() {});
    }
  }

  /** A rule's conditions as JSON. */
  @Converter
  public static class OfConditions extends JsonColumn<RoutingConditions>
      implements AttributeConverter<RoutingConditions, Object> {
    public OfConditions() {
      super(new TypeReference<>() {});
    }
  }

  /** A rule's actions as JSON. */
  @Converter
  public static class OfActions extends JsonColumn<RoutingActions>
      implements AttributeConverter<RoutingActions, Object> {
    public OfActions() {
      super(new TypeReference<>() {});
    }
  }
}
