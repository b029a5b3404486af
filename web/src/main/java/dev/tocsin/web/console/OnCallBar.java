package dev.tocsin.web.console;

import dev.tocsin.schedules.OnCall;
import dev.tocsin.schedules.OnCallNow;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on call now, for the bar above every page and for the home page. */
@Named
@RequestScoped
public class OnCallBar {

  @Inject private Caller caller;
  @Inject private OnCall onCall;

  private @Nullable List<OnCallNow> now;

  /** Returns the people on call by schedule, read once a request. */
  public List<OnCallNow> getNow() {
    List<OnCallNow> known = now;
    if (known == null) {
      known = caller.find().map(onCall::current).orElse(List.of());
      now = known;
    }
    return known;
  }
}
