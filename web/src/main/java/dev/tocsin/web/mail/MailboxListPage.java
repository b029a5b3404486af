package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Which mailboxes are read, and how it goes. */
@Named
@ViewScoped
public class MailboxListPage extends ListPage<MailboxView> {
  private static final long serialVersionUID = 1L;

  @Inject private Mailboxes mailboxes;
  @Inject private Caller caller;

  @Override
  protected Page<MailboxView> fetch(Filters wanted, PageRequest request) {
    return mailboxes.list(caller.actor(), request);
  }
}
