package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Stale;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and keeps the words of mails. */
@Dependent
public class TemplateStore {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  /** Returns the languages that somebody wrote words in. */
  public List<String> languages() {
    return entityManager
        .createQuery("SELECT DISTINCT t.language FROM MailTemplate t", String.class)
        .getResultList();
  }

  /** Returns the words that hold for an occasion in exactly this language. */
  public Optional<MailTemplateView> find(TicketMail event, String language) {
    return stored(event, language)
        .map(MailTemplate::view)
        .or(() -> StandardTexts.find(event, language));
  }

  /** Returns the words for somebody of this language: its own, its base language's, or English. */
  MailTemplateView effective(TicketMail event, String language) {
    return find(event, language)
        .or(() -> find(event, language.split("-", 2)[0]))
        .or(() -> find(event, StandardTexts.FALLBACK))
        .orElseThrow();
  }

  /** Returns what was written, or a new template in its place. */
  public MailTemplate edit(TicketMail event, String language, @Nullable Long ifVersion) {
    Optional<MailTemplate> stored = stored(event, language);
    long version = stored.map(MailTemplate::version).orElse(0L);
    Stale.check(version, ifVersion);
    return stored.orElseGet(() -> new MailTemplate(event, language));
  }

  /** Keeps a template. */
  public MailTemplateView saved(MailTemplate template) {
    entityManager.persist(template);
    entityManager.flush();
    return template.view();
  }

  /** Forgets a template. */
  public void forget(TicketMail event, String language) {
    entityManager.remove(stored(event, language).orElseThrow(() -> new NotFound("mail template")));
    entityManager.flush();
  }

  private Optional<MailTemplate> stored(TicketMail event, String language) {
    return entityManager
        .createQuery(
            "SELECT t FROM MailTemplate t WHERE t.event = :event AND t.language = :language",
            MailTemplate.class)
        .setParameter("event", event)
        .setParameter("language", language)
        .getResultStream()
        .findFirst();
  }
}
