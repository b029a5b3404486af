package dev.tocsin.platform.settings;

import dev.tocsin.platform.Unit;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/**
 * Stops the deployment when the secret keys are missing, malformed, or not the ones that this
 * database was used with: better not to start than to store a secret nobody can open.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SecretKeyCheck {

  private static final System.Logger LOG = System.getLogger(SecretKeyCheck.class.getName());

  @Inject
  @Unit("platform")
  private EntityManager entityManager;

  @Inject private Instance<SecretBox> box;
  @Inject private Clock clock;

  @PostConstruct
  void start() {
    try {
      check(entityManager, box.get(), clock.instant());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Tocsin does not start. {0}", e.getMessage());
      throw e;
    }
  }

  /**
   * Compares every configured key with the one seen under its version before, and remembers new
   * ones.
   *
   * @throws IllegalStateException naming the first version whose key is another one
   */
  static void check(EntityManager entityManager, SecretBox box, Instant now) {
    entityManager
        .createNativeQuery("LOCK TABLE platform.secret_key IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
    for (int version : box.versions()) {
      SecretKeyProof seen = entityManager.find(SecretKeyProof.class, version);
      if (seen == null) {
        entityManager.persist(new SecretKeyProof(version, box, now));
      } else if (!seen.fits(box)) {
        throw new IllegalStateException(
            "Key "
                + version
                + " of TOCSIN_SECRET_KEYS is not the key that this database was used with.");
      }
    }
  }
}
