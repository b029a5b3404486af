package dev.tocsin.notifications.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Links into the console, for mails; the base is the operator's word, never a request's. */
public final class Links {

  private final String base;

  Links(String base) {
    this.base = base.replaceAll("/+$", "");
  }

  public String incident(String number) {
    return base + "/console/incidents/detail?id=" + encoded(number);
  }

  public String ticket(String number) {
    return base + "/console/tickets/detail?id=" + encoded(number);
  }

  /** Returns where a customer's people see a ticket. */
  public String portalTicket(String number) {
    return base + "/portal/ticket?id=" + encoded(number);
  }

  public String schedule(UUID id) {
    return base + "/console/schedules/detail?id=" + id;
  }

  public String resetPassword(String token) {
    return base + "/console/reset?token=" + encoded(token);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
