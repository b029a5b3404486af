package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Jdbc;
import dev.tocsin.notifications.mail.InboundMailView;
import dev.tocsin.platform.Unit;
import dev.tocsin.ticketing.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mail of people who ask: what they sent and what was sent to them. Forgetting deletes both,
 * whole; what they said on tickets is the tickets' to forget.
 */
@ApplicationScoped
public class MailPersonalData implements PersonalData {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Override
  public Map<String, List<?>> heldOf(String email) {
    List<InboundMailView> sent =
        entityManager
            .createQuery(
                "SELECT m FROM InboundMail m WHERE m.sender = :sender ORDER BY m.id",
                InboundMail.class)
            .setParameter("sender", key(email))
            .getResultStream()
            .map(InboundMail::view)
            .toList();
    List<?> received =
        entityManager
            .createQuery(
                "SELECT d.subject FROM Delivery d WHERE LOWER(d.address) = :address"
                    + " AND d.ticketId IS NOT NULL ORDER BY d.id",
                String.class)
            .setParameter("address", key(email))
            .getResultList();
    return Map.of("inbound_mails", sent, "mails", received);
  }

  @Override
  public Map<String, Integer> forget(String email) {
    String key = key(email);
    int sent =
        Jdbc.update(entityManager, "DELETE FROM notifications.inbound_mail WHERE sender = ?", key);
    int received =
        Jdbc.update(
            entityManager,
            "DELETE FROM notifications.delivery"
                + " WHERE lower(address) = ? AND ticket_id IS NOT NULL",
            key);
    Jdbc.update(
        entityManager,
        "DELETE FROM notifications.mail_thread WHERE address = ? AND user_id IS NULL",
        key);
    return Map.of("inbound_mails", sent, "mails", received);
  }

  private static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
