package dev.tocsin.ticketing.internal;

import dev.tocsin.platform.Unit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into a search as PostgreSQL does ({@code websearch_to_tsquery}), but takes
 * the word that is still being typed for the beginning of one.
 */
@Dependent
public class SearchWords {

  private static final Pattern LAST_WORD =
      Pattern.compile("(?<before>.*?)(?<last>[\\p{L}\\p{N}]{3,})", Pattern.DOTALL);
  private static final Pattern OR = Pattern.compile("(?i)(^|\\s)or(\\s|$)");
  private static final Pattern LEXEME = Pattern.compile("('(?:[^']|'')*')(:\\*)?");

  @Inject
  @Unit("ticketing")
  private EntityManager entityManager;

  /** Which comments a search looks into. */
  public enum Reader {
    STAFF,
    CUSTOMER
  }

  /**
   * Returns a search as a {@code tsquery} in its text form; empty when no word of it can be found.
   */
  public Optional<String> read(String typed, Reader reader) {
    String text = typed.replace('\0', ' ');
    Matcher split = LAST_WORD.matcher(text);
    String query =
        split.matches() && standsAlone(split.group("before"))
            ? typing(text, split.group("before"), split.group("last"))
            : whole(text);
    return query == null || query.isEmpty()
        ? Optional.empty()
        : Optional.of(reader == Reader.STAFF ? query : inPublic(query));
  }

  /** Tells whether the word behind a text means that the word is wanted, and nothing else. */
  static boolean standsAlone(String before) {
    boolean quoted = before.chars().filter(c -> c == '"').count() % 2 != 0;
    boolean apart = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
    // "or" binds less than standing side by side does: what has one is left to PostgreSQL
    return apart && !quoted && !OR.matcher(before).find();
  }

  private @Nullable String whole(String text) {
    return ask("SELECT CAST(websearch_to_tsquery('english', CAST(?1 AS text)) AS text)", text);
  }

  private @Nullable String typing(String text, String before, String last) {
    // a stop word is no word's beginning: "help with the" looks for help
    return ask(
        "SELECT CAST(CASE WHEN numnode(l.word) = 0"
            + " THEN websearch_to_tsquery('english', CAST(?1 AS text))"
            + " ELSE websearch_to_tsquery('english', CAST(?2 AS text))"
            + " && (l.word || CAST(lower(CAST(?3 AS text)) || ':*' AS tsquery)) END AS text)"
            + " FROM (SELECT websearch_to_tsquery('english', CAST(?3 AS text)) AS word) l",
        text,
        before,
        last);
  }

  private @Nullable String ask(String sql, String... parameters) {
    Query query = entityManager.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return (String) query.getSingleResult();
  }

  /**
   * Returns the same search, of subject, body and public comments only. A customer's search leaves
   * internal comments out before it asks, so that not even a missing hit tells what stands there.
   */
  static String inPublic(String query) {
    return LEXEME
        .matcher(query)
        .replaceAll(
            lexeme ->
                Matcher.quoteReplacement(
                    lexeme.group(1) + (lexeme.group(2) == null ? ":ABC" : ":*ABC")));
  }
}
