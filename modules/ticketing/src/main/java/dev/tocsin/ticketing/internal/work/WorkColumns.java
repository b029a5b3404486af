package dev.tocsin.ticketing.internal.work;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.persistence.JsonColumn;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.Audience;
import dev.tocsin.ticketing.work.TicketColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** How saved views and macros lie in columns. */
final class WorkColumns {

  private WorkColumns() {}

  /** An audience as its code. */
  @Converter
  public static class OfAudience extends CodeColumn<Audience>
      implements AttributeConverter<Audience, String> {
    public OfAudience() {
      super(Audience.class);
    }
  }

  /** A filter as JSON. */
  @Converter
  public static class OfFilter extends JsonColumn<TicketFilter>
      implements AttributeConverter<TicketFilter, Object> {
    public OfFilter() {
      super(new TypeReference<>() {});
    }
  }

  /** Columns as a JSON array. */
  @Converter
  public static class OfTicketColumns extends JsonColumn<List<TicketColumn>>
      implements AttributeConverter<List<TicketColumn>, Object> {
    public OfTicketColumns() {
      super(new TypeReference<>() {});
    }
  }

  /** Who reads a macro's reply, as its code. */
  @Converter
  public static class OfReplyVisibility extends CodeColumn<Visibility>
      implements AttributeConverter<Visibility, String> {
    public OfReplyVisibility() {
      super(Visibility.class);
    }
  }

  /** A macro's change as JSON. */
  @Converter
  public static class OfChange extends JsonColumn<AdjustTicket>
      implements AttributeConverter<AdjustTicket, Object> {
    public OfChange() {
      super(new TypeReference<>() {});
    }
  }
}
