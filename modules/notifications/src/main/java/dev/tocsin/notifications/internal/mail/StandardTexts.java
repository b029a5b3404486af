package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.mail.MailTemplateView;
import dev.tocsin.notifications.mail.TicketMail;
import dev.tocsin.persistence.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that come with Tocsin. */
public final class StandardTexts {

  /** The language of those whose own has no words. */
  static final String FALLBACK = "en";

  private static final Map<String, Properties> TEXTS =
      Stream.of(FALLBACK, "de").collect(Collectors.toMap(l -> l, StandardTexts::read));

  private StandardTexts() {}

  /** Returns the languages there are words in. */
  public static Set<String> languages() {
    return TEXTS.keySet();
  }

  static Optional<MailTemplateView> find(TicketMail event, String language) {
    String key = Code.of(event);
    return Optional.ofNullable(TEXTS.get(language))
        .map(
            texts ->
                new MailTemplateView(
                    event,
                    language,
                    texts.getProperty(key + ".subject"),
                    texts.getProperty(key + ".body"),
                    null,
                    false,
                    0));
  }

  private static Properties read(String language) {
    String name = "/dev/tocsin/notifications/mail/ticket-mails." + language + ".properties";
    Properties texts = new Properties();
    try (InputStream in = StandardTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
