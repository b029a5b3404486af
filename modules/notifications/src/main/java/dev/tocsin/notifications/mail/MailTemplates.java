package dev.tocsin.notifications.mail;

import dev.tocsin.notifications.internal.mail.MailTemplate;
import dev.tocsin.notifications.internal.mail.Placeholders;
import dev.tocsin.notifications.internal.mail.StandardTexts;
import dev.tocsin.notifications.internal.mail.TemplateStore;
import dev.tocsin.persistence.Code;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Input;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.audit.Audit;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.time.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the words of mails about tickets, by occasion and language; for admins, changes audited.
 *
 * <p>English and German come with Tocsin. A customer whose language has no words is written to in
 * English.
 */
@Stateless
public class MailTemplates {

  private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

  @Inject private TemplateStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** Returns the words of every occasion in every language there are any in. */
  public List<MailTemplateView> list(Actor actor) {
    actor.require(Role.ADMIN);
    Set<String> languages = new TreeSet<>(StandardTexts.languages());
    languages.addAll(store.languages());
    List<MailTemplateView> all = new ArrayList<>();
    for (TicketMail event : TicketMail.values()) {
      for (String language : languages) {
        store.find(event, language).ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * Returns the words of an occasion in exactly this language.
   *
   * @throws NotFound when there are none
   */
  public MailTemplateView require(Actor actor, TicketMail event, String language) {
    actor.require(Role.ADMIN);
    return store.find(event, language).orElseThrow(() -> new NotFound("mail template"));
  }

  /**
   * Writes the words of an occasion in a language, new or in place of what was there.
   *
   * @param ifVersion the version the words were made from; null does not care
   * @throws Rejected naming every fault, unknown placeholders among them
   */
  public MailTemplateView save(
      Actor actor,
      TicketMail event,
      String language,
      SaveMailTemplate command,
      @Nullable Long ifVersion) {
    actor.require(Role.ADMIN);
    check(language, command);
    MailTemplate template = store.edit(event, language, ifVersion);
    MailTemplateView view = store.saved(template.say(command, Times.now(clock)));
    record(actor, "mail_template.saved", event, language);
    return view;
  }

  /**
   * Forgets what was written here, so that the words that come with Tocsin hold again.
   *
   * @throws NotFound when nothing was written here
   */
  public void reset(Actor actor, TicketMail event, String language) {
    actor.require(Role.ADMIN);
    store.forget(event, language);
    record(actor, "mail_template.reset", event, language);
  }

  private static void check(String language, SaveMailTemplate command) {
    List<Fault> faults = Input.faults(command);
    if (!language.matches(LANGUAGE)) {
      faults.add(new Fault("/language", "invalid", "must be a language tag such as en or pt-BR"));
    }
    Placeholders.faults("/subject", command.subject(), faults);
    Placeholders.faults("/body", command.body(), faults);
    Placeholders.faults("/html", command.html(), faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private void record(Actor actor, String action, TicketMail event, String language) {
    String id = Code.of(event) + "/" + language;
    audit.record(actor, action, "mail_template", id, Map.of());
  }
}
