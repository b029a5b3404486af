package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.incidents.EscalationExhausted;
import dev.tocsin.incidents.EscalationPaged;
import dev.tocsin.incidents.EscalationStopped;
import dev.tocsin.incidents.IncidentEvent;
import dev.tocsin.incidents.NobodyPaged;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.persistence.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Pages people for an escalation, withdraws the pages once it has stopped, and alarms the
 * administrators when nobody answered or nobody was paged at all.
 */
@ApplicationScoped
public class EscalationPages {

  @Inject private Pager pager;
  @Inject private Outbox outbox;
  @Inject private Users users;

  /** Writes one delivery for each person and way to reach that person. */
  public void on(@Observes EscalationPaged event) {
    String intent =
        "page:%s:%s/%d:%d"
            .formatted(event.incidentId(), event.policyId(), event.tierIndex(), event.repeat());
    MailText text =
        MailText.page(
            event.number(),
            event.title(),
            Code.of(event.severity()),
            event.tierIndex() + 1,
            event.at(),
            pager.links().incident(event.number()));
    for (UserView person : users.byIds(event.userIds()).values()) {
      pager.reach(person, intent, EventTypes.ESCALATION_PAGED, text, event.incidentId());
    }
  }

  /** Withdraws what has not been received: nobody is woken for what somebody looks after. */
  public void on(@Observes EscalationStopped event) {
    outbox.withdrawPages(event.incidentId(), "the escalation has stopped: " + event.reason());
  }

  /** Alarms every administrator that nobody answered. */
  public void on(@Observes EscalationExhausted event) {
    MailText text =
        MailText.exhausted(
            event.number(),
            event.title(),
            Code.of(event.severity()),
            event.at(),
            pager.links().incident(event.number()));
    alarm("exhausted:", event, EventTypes.ESCALATION_EXHAUSTED, text);
  }

  /** Alarms every administrator that there is nobody to page. */
  public void on(@Observes NobodyPaged event) {
    MailText text =
        MailText.nobodyPaged(
            event.number(),
            event.title(),
            Code.of(event.severity()),
            event.at(),
            pager.links().incident(event.number()));
    alarm("nobody_paged:", event, EventTypes.ESCALATION_NOBODY_PAGED, text);
  }

  private void alarm(String why, IncidentEvent event, String eventType, MailText text) {
    String intent = why + event.incidentId() + ":" + event.at();
    pager.reachAdmins(intent, eventType, text, event.incidentId());
  }
}
