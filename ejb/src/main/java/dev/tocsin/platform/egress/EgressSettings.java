package dev.tocsin.platform.egress;

import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.SettingGroup;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What opens the way out beyond the public internet over https. */
@Dependent
public class EgressSettings implements SettingGroup {

  /** Networks, {@code CIDR[:port]}, that may be dialled although they are not public. */
  public static final Setting<List<String>> ALLOWED_NETWORKS =
      Setting.texts("egress.allowed_networks")
          .checked(
              networks ->
                  networks.stream().allMatch(text -> AllowedNetwork.parse(text).isPresent())
                      ? null
                      : "must be a list of networks such as 10.1.0.0/16 or 127.0.0.1/32:9000");

  /** Whether plain http may be dialled. */
  public static final Setting<Boolean> ALLOW_HTTP = Setting.flag("egress.allow_http", false);

  @Override
  public Collection<Setting<?>> settings() {
    return List.of(ALLOWED_NETWORKS, ALLOW_HTTP);
  }

  /**
   * Returns the policy that texts of both settings stand for; what cannot be read opens nothing.
   */
  static EgressPolicy policy(List<String> networks, boolean allowHttp) {
    List<AllowedNetwork> allowed =
        networks.stream().map(AllowedNetwork::parse).flatMap(Optional::stream).toList();
    return new EgressPolicy(allowed, allowHttp);
  }
}
