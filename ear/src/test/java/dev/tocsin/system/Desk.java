package dev.tocsin.system;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what a service desk has: tickets, calendars, policies, each under a name of its own. */
final class Desk {

  private final TestSystem tocsin;
  private final Api admin;

  Desk(TestSystem tocsin) {
    this.tocsin = tocsin;
    this.admin = tocsin.admin();
  }

  static String path(String number) {
    return "/api/v1/tickets/" + number;
  }

  /** Opens a ticket of a new customer and returns its number. */
  String newTicket(String subject, String tag) {
    return newTicket(tocsin.customerId(tocsin.newCustomer()), subject, tag, Map.of());
  }

  String newTicket(String customerId, String subject, String tag, Map<String, Object> more) {
    Map<String, Object> ticket = new LinkedHashMap<>();
    ticket.put("customer_id", customerId);
    ticket.put("subject", subject);
    ticket.put("body", "Since this morning.");
    ticket.put("priority", "P2");
    ticket.put("tags", List.of(tag));
    ticket.putAll(more);
    return admin.post("/api/v1/tickets", ticket).expect(201).at("/number");
  }

  /** Opens a ticket with a long subject, talk of both kinds, files, a link and values in fields. */
  String busyTicket() {
    String customer = tocsin.customerId(tocsin.newCustomer());
    String other = newTicket(customer, "The other one", "office", Map.of());
    String number =
        newTicket(
            customer,
            "Checkout is slow " + "and_has_a_word_without_any_break_".repeat(6) + " تعطل الدفع",
            tocsin.unique("busy"),
            Map.of(
                "requester", Map.of("name", "محمد عبد الله", "email", "m@example.org"),
                "custom_fields", Map.of("trace_id", "0123456789".repeat(8))));
    say(number, "public", "We look into it.\n" + "0123456789".repeat(12));
    String note = say(number, "internal", "Always the same people");
    attach(number, "manual-" + "with-a-long-name-".repeat(8) + ".txt", "");
    attach(number, "dump.txt", "?comment_id=" + note);
    admin.post(path(number) + "/links", Map.of("kind", "parent", "ticket_id", other)).expect(201);
    return number;
  }

  /** Says something on a ticket and returns the comment's id. */
  String say(String number, String visibility, String body) {
    return admin
        .post(path(number) + "/comments", Map.of("body", body, "visibility", visibility))
        .expect(201)
        .at("/id");
  }

  private void attach(String number, String name, String query) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    admin.upload(path(number) + "/attachments" + query, name, bytes).expect(201);
  }

  void move(String number, String... states) {
    for (String to : states) {
      admin.post(path(number) + "/transitions", Map.of("to", to)).expect(200);
    }
  }

  String newCalendar() {
    return admin
        .post(
            "/api/v1/sla/calendars",
            Map.of(
                "name", tocsin.unique("Office"),
                "time_zone", "Europe/Berlin",
                "weekly",
                    Map.of(
                        "mon", List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00")),
                        "fri", List.of(List.of("22:00", "06:00"))),
                "holidays", List.of(Map.of("date", "2026-12-25", "name", "Christmas"))))
        .expect(201)
        .at("/id");
  }

  /** Promises something to tickets with a tag, before every other policy; returns its id. */
  String newSlaPolicy(String tag, Map<String, Object> target) {
    return admin
        .post(
            "/api/v1/sla/policies",
            Map.of(
                "name", tocsin.unique("Gold"),
                "order", 1,
                "conditions", Map.of("tag", List.of(tag)),
                "targets", List.of(target)))
        .expect(201)
        .at("/id");
  }

  /** Adds a field to the desk and returns its id. */
  String newField(Map<String, Object> draft) {
    return admin.post("/api/v1/ticket-fields", draft).expect(201).at("/id");
  }
}
