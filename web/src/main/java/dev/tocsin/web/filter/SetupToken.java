package dev.tocsin.web.filter;

import static java.lang.System.Logger.Level.WARNING;

import dev.tocsin.accounts.SignIn;
import dev.tocsin.platform.error.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first account from whoever finds the address first.
 *
 * <p>Who sits on the server's own machine may set up. Anybody else needs the token that the
 * operator configured ({@code tocsin.setup.token}) or, failing that, the one this node made up and
 * wrote to its log.
 */
@ApplicationScoped
public class SetupToken {

  private static final System.Logger LOG = System.getLogger(SetupToken.class.getName());

  @Inject private ClientAddress address;
  @Inject private SignIn signIn;

  private final @Nullable String configured =
      ConfigProvider.getConfig()
          .getOptionalValue("tocsin.setup.token", String.class)
          .filter(text -> !text.isBlank())
          .orElse(null);
  private final String token = configured == null ? random() : configured;

  /** Tells the operator the token while there is still something to set up. */
  void announce(@Observes @Initialized(ApplicationScoped.class) ServletContext started) {
    if (!signIn.setupComplete()) {
      LOG.log(
          WARNING,
          "Set-up is open at /console/setup. From another machine it needs "
              + (configured == null
                  ? "the setup token " + token
                  : "the setup token configured as tocsin.setup.token"));
    }
  }

  /** Returns whether a request has to bring the token. */
  public boolean needed(HttpServletRequest request) {
    return !address.isLocal(request);
  }

  /**
   * Lets pass a request from this machine or with the right token.
   *
   * @throws Forbidden otherwise
   */
  public void check(HttpServletRequest request, @Nullable String given) {
    if (needed(request)
        && (given == null || !MessageDigest.isEqual(bytes(given.strip()), bytes(token)))) {
      throw new Forbidden("setup_token", "From here, set-up needs the setup token of the log.");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
