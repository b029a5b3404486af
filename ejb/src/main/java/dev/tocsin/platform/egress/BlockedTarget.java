package dev.tocsin.platform.egress;

import java.net.UnknownHostException;

/**
 * An address that Tocsin does not dial; trying again does not help until a setting changes.
 *
 * <p>The message begins with {@code blocked SSRF target} and names the class of the address. It is
 * an {@link UnknownHostException} because that is what a resolver may answer.
 */
public final class BlockedTarget extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  BlockedTarget(String reason) {
    super("blocked SSRF target: " + reason);
  }

  /** Returns the message, which is never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
