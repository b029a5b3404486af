package dev.tocsin.web.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.MailTemplates;
import dev.tocsin.notifications.mail.SaveMailTemplate;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;

/** Writes the words of one occasion in one language. */
@Named
@ViewScoped
public class MailTemplateEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/mail-templates/list?faces-redirect=true";

  @Inject private MailTemplates templates;
  @Inject private Caller caller;

  private String event = "";
  private String language = "";
  private long version;
  private boolean own;
  private String subject = "";
  private String body = "";
  private String html = "";

  /** Loads the words that hold. */
  public void load() {
    MailTemplateView words = templates.require(caller.actor(), occasion(), language);
    version = words.version();
    own = words.own();
    subject = words.subject();
    body = words.body();
    html = words.html() == null ? "" : words.html();
  }

  /** Saves. */
  public String save() {
    SaveMailTemplate words = new SaveMailTemplate(subject, body, html);
    templates.save(caller.actor(), occasion(), language.strip(), words, version);
    Messages.done("templates.saved");
    return LIST;
  }

  /** Goes back to the words that come with Tocsin. */
  public String reset() {
    templates.reset(caller.actor(), occasion(), language);
    Messages.done("templates.reset");
    return LIST;
  }

  private TicketMail occasion() {
    return Arrays.stream(TicketMail.values())
        .filter(mail -> Code.of(mail).equals(event))
        .findFirst()
        .orElseThrow(() -> new NotFound("mail template"));
  }

  public boolean isOwn() {
    return own;
  }

  public String getEvent() {
    return event;
  }

  public void setEvent(String event) {
    this.event = event;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public String getHtml() {
    return html;
  }

  public void setHtml(String html) {
    this.html = html;
  }
}
