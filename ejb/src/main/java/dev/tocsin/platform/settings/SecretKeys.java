package dev.tocsin.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the secret keys of this node: configuration {@code tocsin.secret.keys}. */
@ApplicationScoped
public class SecretKeys {

  /** The configuration key; as an environment variable {@code TOCSIN_SECRET_KEYS}. */
  static final String CONFIGURATION = "tocsin.secret.keys";

  /** Returns the one box of this node. */
  @Produces
  @Singleton
  public SecretBox box() {
    return SecretBox.of(
        ConfigProvider.getConfig().getOptionalValue(CONFIGURATION, String.class).orElse(null));
  }
}
