package dev.tocsin.notifications.internal.mail;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.notifications.internal.MailText;
import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.persistence.Code;
import dev.tocsin.sla.Metric;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.TicketView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template with what is known of a ticket put in.
 *
 * @param html null for plain text alone
 */
record TicketText(String subject, String body, @Nullable String html) {

  /** Fills a template. */
  static TicketText of(MailTemplateView template, Map<String, String> values) {
    String html = template.html();
    return new TicketText(
        Placeholders.fill(template.subject(), values),
        Placeholders.fill(template.body(), values),
        html == null ? null : Placeholders.fillHtml(html, values));
  }

  /** Returns what every template may name. */
  static Map<String, String> values(TicketView ticket, CustomerView customer, String link) {
    Map<String, String> values = new HashMap<>();
    values.put("ticket.number", ticket.number());
    values.put("ticket.subject", ticket.subject());
    values.put("ticket.body", ticket.body());
    values.put("ticket.status", Code.of(ticket.status()));
    values.put("customer.name", customer.name());
    values.put("requester.name", name(ticket.requester(), customer));
    values.put("link", link);
    return values;
  }

  /** Returns what a template may name of something that was said. */
  static Map<String, String> said(CommentView comment) {
    return Map.of(
        "comment", comment.body(),
        "agent.name", comment.author(),
        "author.name", comment.author());
  }

  /**
   * Returns what a template may name of a deadline.
   *
   * @param band how near it is, in the policy's words; empty when it was missed
   */
  static Map<String, String> deadline(Metric metric, String band, Instant dueAt) {
    return Map.of(
        "sla.metric", Code.of(metric).replace('_', ' '),
        "sla.band", band,
        "sla.due_at", MailText.time(dueAt));
  }

  private static String name(@Nullable Requester requester, CustomerView customer) {
    if (requester == null) {
      return customer.name();
    }
    String name = requester.name() == null ? "" : requester.name().strip();
    String email = requester.email();
    return !name.isEmpty() ? name : email == null ? customer.name() : email;
  }
}
