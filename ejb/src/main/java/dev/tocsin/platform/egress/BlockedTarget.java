package dev.tocsin.platform.egress;

import dev.tocsin.platform.error.Fault;
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

  /**
   * Returns what to answer whoever typed the address.
   *
   * @param pointer where it stands in the input, for example {@code /url}
   */
  public Fault at(String pointer) {
    return new Fault(pointer, "blocked_target", getMessage());
  }

  /** Returns the message, which is never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
