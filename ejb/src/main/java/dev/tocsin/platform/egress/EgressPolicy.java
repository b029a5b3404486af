package dev.tocsin.platform.egress;

import java.util.List;

/**
 * What an operator has opened beyond the public internet over https.
 *
 * @param allowedNetworks blocks that are dialled although they are not public
 * @param allowHttp whether plain http is dialled too
 */
public record EgressPolicy(List<AllowedNetwork> allowedNetworks, boolean allowHttp) {

  /** Nothing opened: the public internet over https. */
  public static final EgressPolicy STRICT = new EgressPolicy(List.of(), false);

  public EgressPolicy {
    allowedNetworks = List.copyOf(allowedNetworks);
  }
}
