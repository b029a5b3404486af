package dev.tocsin.web.mail;

import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.mail.MailboxTls;
import dev.tocsin.notifications.mail.MailboxView;
import dev.tocsin.notifications.mail.Mailboxes;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, changes or deletes a mailbox. */
@Named
@ViewScoped
public class MailboxEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/mailboxes/list?faces-redirect=true";

  @Inject private Mailboxes mailboxes;
  @Inject private Customers customers;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final MailboxDraft draft = new MailboxDraft();

  /** Loads the mailbox; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      MailboxView known = mailboxes.require(caller.actor(), wanted);
      version = known.version();
      draft.fill(known, lines(known.domains()));
    }
  }

  /** Saves, and has it read at once. */
  public String save() {
    UUID known = id;
    if (known == null) {
      mailboxes.create(caller.actor(), draft.create(domains()));
    } else {
      mailboxes.change(caller.actor(), known, draft.change(domains()), version);
    }
    Messages.done("mailboxes.saved", draft.getName());
    return LIST;
  }

  /** Reads it no longer. */
  public String delete() {
    mailboxes.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("mailboxes.deleted", draft.getName());
    return LIST;
  }

  private String lines(Map<String, UUID> domains) {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(domains)
        .forEach(
            (domain, id) ->
                customers.find(id).ifPresent(to -> lines.add(domain + " = " + to.key())));
    return String.join("\n", lines);
  }

  private Map<String, UUID> domains() {
    Map<String, UUID> domains = new TreeMap<>();
    for (String line : draft.getDomains().lines().filter(l -> !l.isBlank()).toList()) {
      String[] pair = line.split("=", 2);
      UUID customer =
          customers
              .byKey(pair[pair.length - 1].strip())
              .filter(found -> pair.length == 2)
              .map(CustomerView::id)
              .orElseThrow(
                  () ->
                      new Rejected(
                          "/domains",
                          "invalid",
                          Messages.text("mailbox.bad_domain", line.strip())));
      domains.put(pair[0].strip(), customer);
    }
    return domains;
  }

  public MailboxDraft getDraft() {
    return draft;
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }

  public MailboxTls[] getProtections() {
    return MailboxTls.values();
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
