package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.SaveMailTemplate;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words of a mail as somebody here wrote them, in place of those that come with Tocsin. */
@Entity
@Table(name = "mail_template", schema = "notifications")
public class MailTemplate {

  @Id private UUID id;

  @Convert(converter = MailColumns.OfTicketMail.class)
  private TicketMail event;

  private String language;
  private String subject;
  private String body;
  private @Nullable String html;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected MailTemplate() {}

  @SuppressWarnings("NullAway.Init") // say() gives it its words
  MailTemplate(TicketMail event, String language) {
    this.id = Ids.next();
    this.event = event;
    this.language = language;
  }

  /** Takes these words. */
  public MailTemplate say(SaveMailTemplate words, Instant at) {
    subject = words.subject().strip();
    body = words.body();
    html = words.html() == null || words.html().isBlank() ? null : words.html();
    updatedAt = at;
    return this;
  }

  long version() {
    return version;
  }

  MailTemplateView view() {
    return new MailTemplateView(event, language, subject, body, html, true, version);
  }
}
