package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.MailTemplates;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The words of mails about tickets. */
@Named
@RequestScoped
public class MailTemplateListPage {

  @Inject private MailTemplates templates;
  @Inject private Caller caller;

  private List<MailTemplateView> rows = List.of();

  /** Loads them all; there are few. */
  public void load() {
    rows = templates.list(caller.actor());
  }

  public List<MailTemplateView> getRows() {
    return rows;
  }
}
