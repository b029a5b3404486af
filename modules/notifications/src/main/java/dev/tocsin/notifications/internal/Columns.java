package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.AttemptOutcome;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.ReceiverKind;
import dev.tocsin.persistence.CodeColumn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * How this module's enums stand in its columns.
 *
 * <p>Each names {@link AttributeConverter} itself: EclipseLink reads the column's type from there.
 */
final class Columns {

  private Columns() {}

  /** For {@link Channel}. */
  @Converter
  public static class OfChannel extends CodeColumn<Channel>
      implements AttributeConverter<Channel, String> {
    public OfChannel() {
      super(Channel.class);
    }
  }

  /** For {@link DeliveryState}. */
  @Converter
  public static class OfState extends CodeColumn<DeliveryState>
      implements AttributeConverter<DeliveryState, String> {
    public OfState() {
      super(DeliveryState.class);
    }
  }

  /** For {@link ReceiverKind}. */
  @Converter
  public static class OfReceiverKind extends CodeColumn<ReceiverKind>
      implements AttributeConverter<ReceiverKind, String> {
    public OfReceiverKind() {
      super(ReceiverKind.class);
    }
  }

  /** For {@link AttemptOutcome}. */
  @Converter
  public static class OfOutcome extends CodeColumn<AttemptOutcome>
      implements AttributeConverter<AttemptOutcome, String> {
    public OfOutcome() {
      super(AttemptOutcome.class);
    }
  }
}
