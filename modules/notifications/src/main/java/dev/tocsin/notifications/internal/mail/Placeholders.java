package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.error.Fault;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values where a template has {@code {{name}}}, in one pass: what a value says is never looked
 * into again, so nobody writes a placeholder into a ticket and has it filled.
 */
public final class Placeholders {

  /** What a template may name. */
  static final List<String> KNOWN =
      List.of(
          "ticket.number",
          "ticket.subject",
          "ticket.body",
          "ticket.status",
          "customer.name",
          "requester.name",
          "agent.name",
          "author.name",
          "comment",
          "sla.metric",
          "sla.band",
          "sla.due_at",
          "link");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*\\}\\}");

  private Placeholders() {}

  /** Adds a fault for every placeholder that means nothing. */
  public static void faults(String pointer, @Nullable String template, List<Fault> faults) {
    Matcher matcher = PLACEHOLDER.matcher(template == null ? "" : template);
    while (matcher.find()) {
      if (!KNOWN.contains(matcher.group(1))) {
        String detail = "{{" + matcher.group(1) + "}} is none of " + String.join(", ", KNOWN);
        faults.add(new Fault(pointer, "unknown", detail));
      }
    }
  }

  /** Returns a template with its values; one without a value is left out. */
  static String fill(String template, Map<String, String> values) {
    return fill(template, values, UnaryOperator.identity());
  }

  /** Returns an HTML template with its values escaped, their line breaks kept. */
  static String fillHtml(String template, Map<String, String> values) {
    return fill(template, values, Placeholders::escaped);
  }

  private static String fill(
      String template, Map<String, String> values, UnaryOperator<String> escape) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(escape.apply(values.getOrDefault(found.group(1), ""))));
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("\n", "<br>\n");
  }
}
