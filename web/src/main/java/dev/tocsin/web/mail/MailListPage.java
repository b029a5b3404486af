package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.notifications.mail.InboundQuery;
import dev.tocsin.notifications.mail.InboundState;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was read from mailboxes; without a word, what waits for a decision. */
@Named
@ViewScoped
public class MailListPage extends ListPage<InboundMailView> {
  private static final long serialVersionUID = 1L;

  @Inject private InboundMails mails;
  @Inject private Caller caller;

  @Override
  protected Page<InboundMailView> fetch(Filters wanted, PageRequest request) {
    InboundState asked = wanted.one("state", InboundState.class);
    InboundState state =
        wanted.has("state", "all") ? null : asked == null ? InboundState.HELD : asked;
    InboundQuery query = new InboundQuery(state, wanted.id("mailbox"), wanted.id("ticket"));
    return mails.list(caller.actor(), query, request);
  }

  public InboundState[] getStates() {
    return InboundState.values();
  }
}
