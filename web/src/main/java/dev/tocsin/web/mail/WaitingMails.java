package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.InboundCounts;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What of the incoming mail needs somebody, for the home page. */
@Named
@RequestScoped
public class WaitingMails {

  @Inject private InboundMails mails;
  @Inject private Caller caller;

  private @Nullable InboundCounts counts;

  /** Returns how much waits, and how many mailboxes fail; read once a request. */
  public InboundCounts getCounts() {
    InboundCounts known = counts;
    if (known == null) {
      known = mails.counts(caller.actor());
      counts = known;
    }
    return known;
  }
}
