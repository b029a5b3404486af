package dev.tocsin.platform.egress;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/**
 * The one way to reach an address that a person typed. Never call {@link #send} inside a
 * transaction.
 */
@ApplicationScoped
public class OutboundHttp {

  @Inject private Settings settings;
  @Resource private ManagedScheduledExecutorService deadlines;

  @SuppressWarnings("NullAway.Init") // made once the fields are injected
  private OutboundClient client;

  @PostConstruct
  void start() {
    client = new OutboundClient(this::guard, deadlines, OutboundLimits.DEFAULT);
  }

  @PreDestroy
  void stop() {
    client.close();
  }

  /**
   * Sends a request and returns the answer, whatever its status.
   *
   * @throws BlockedTarget when the URL, or one it redirects to, may not be dialled
   * @throws IOException when no answer came, or not in time
   */
  public OutboundResponse send(OutboundRequest request) throws IOException {
    return client.send(request);
  }

  /**
   * Judges a URL that somebody wants to save; looks its host up.
   *
   * @param pointer where it stands in the input, for example {@code /url}
   * @return the fault, with code {@code blocked_target}; empty when it may be dialled
   */
  public Optional<Fault> fault(String pointer, String url) {
    try {
      guard().check(url);
      return Optional.empty();
    } catch (BlockedTarget e) {
      return Optional.of(new Fault(pointer, "blocked_target", e.getMessage()));
    }
  }

  /**
   * Lets a URL pass that may be saved; looks its host up.
   *
   * @throws Rejected otherwise, as {@link #fault} says
   */
  public void check(String pointer, String url) {
    fault(pointer, url)
        .ifPresent(
            fault -> {
              throw new Rejected(fault.pointer(), fault.code(), fault.detail());
            });
  }

  /** Returns the guard of the moment, as the settings are now. */
  public EgressGuard guard() {
    return new EgressGuard(
        EgressSettings.policy(
            settings.require(EgressSettings.ALLOWED_NETWORKS),
            settings.require(EgressSettings.ALLOW_HTTP)),
        HostResolver.SYSTEM);
  }
}
