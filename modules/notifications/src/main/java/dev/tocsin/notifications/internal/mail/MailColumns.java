package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.CodeColumn;
import dev.tocsin.ticketing.Priority;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How the enums of mail stand in its columns; see {@link CodeColumn}. */
final class MailColumns {

  private MailColumns() {}

  /** For {@link TicketMail}. */
  @Converter
  public static class OfTicketMail extends CodeColumn<TicketMail>
      implements AttributeConverter<TicketMail, String> {
    public OfTicketMail() {
      super(TicketMail.class);
    }
  }

  /** For {@link InboundState}. */
  @Converter
  public static class OfInboundState extends CodeColumn<InboundState>
      implements AttributeConverter<InboundState, String> {
    public OfInboundState() {
      super(InboundState.class);
    }
  }

  /** For {@link MailboxTls}. */
  @Converter
  public static class OfTls extends CodeColumn<MailboxTls>
      implements AttributeConverter<MailboxTls, String> {
    public OfTls() {
      super(MailboxTls.class);
    }
  }

  /** For {@link Priority}. */
  @Converter
  public static class OfPriority extends CodeColumn<Priority>
      implements AttributeConverter<Priority, String> {
    public OfPriority() {
      super(Priority.class);
    }
  }
}
