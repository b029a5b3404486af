package dev.tocsin.platform.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.Unit;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** What this node knows of the table of settings. */
@ApplicationScoped
public class StoredSettings {

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init") // made once the fields are injected
  private SettingsCache cache;

  @PostConstruct
  void start() {
    // a transaction of its own: what the caller has not yet committed is not for everyone
    cache = new SettingsCache(() -> transactions.call(() -> read(entityManager)), clock);
  }

  /** Returns the stored values by key, at most a second old; secrets sealed. */
  public Map<String, JsonNode> values() {
    return cache.values();
  }

  /** Looks again after a change was committed here. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsChanged change) {
    cache.invalidate();
  }

  static Map<String, JsonNode> read(EntityManager entityManager) {
    return entityManager
        .createQuery("SELECT s FROM SettingRow s", SettingRow.class)
        .getResultStream()
        .collect(Collectors.toMap(SettingRow::key, SettingRow::value));
  }
}
