package dev.tocsin.accounts.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The token that a session's pages and scripts send against cross-site requests. */
final class CsrfToken {

  private CsrfToken() {}

  /**
   * Returns the token of a session.
   *
   * <p>It is derived from the session's secret, so it need not be stored, and it does not reveal
   * that secret, which scripts never see.
   */
  static String of(String sessionToken) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(sessionToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] csrf = mac.doFinal("tocsin-csrf".getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(csrf);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
