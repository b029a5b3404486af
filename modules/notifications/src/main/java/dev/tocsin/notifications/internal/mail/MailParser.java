package dev.tocsin.notifications.internal.mail;

import dev.tocsin.platform.Tokens;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a message as it came from the wire, as leniently as can be done without guessing. */
final class MailParser {

  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
  private static final int MAX_SUBJECT = 500;
  private static final int MAX_NAME = 200;
  private static final int FIRST = 5;
  private static final int LAST = 25;
  private static final String[] RECIPIENTS = {
    "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"
  };

  private static final Session SESSION = session();

  private final MimeMessage message;
  private final MailParts parts;
  private final byte[] raw;

  private MailParser(byte[] raw) throws MessagingException, BrokenMail, IOException {
    this.raw = raw;
    this.message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    this.parts = MailParts.of(message);
  }

  /**
   * Reads a message.
   *
   * @throws BrokenMail when its parts do not fit together
   */
  static ParsedMail parse(byte[] raw) throws BrokenMail {
    try {
      return new MailParser(raw).read();
    } catch (MessagingException | IOException | RuntimeException e) {
      // Jakarta Mail throws what it likes at what it cannot read
      throw new BrokenMail(String.valueOf(e.getMessage()), e);
    }
  }

  private ParsedMail read() throws MessagingException {
    InternetAddress from = sender();
    return new ParsedMail(
        ids("Message-ID").stream().findFirst().orElseGet(this::digest),
        references(),
        from == null ? null : from.getAddress().toLowerCase(Locale.ROOT),
        from == null ? "" : line(from.getPersonal(), MAX_NAME),
        addresses(RECIPIENTS).stream().map(a -> a.getAddress().toLowerCase(Locale.ROOT)).toList(),
        subject(),
        parts.text(),
        parts.files(),
        isAutomatic(),
        headers("X-Loop"),
        parts.bounce());
  }

  private @Nullable InternetAddress sender() throws MessagingException {
    List<InternetAddress> from = addresses("From");
    return from.isEmpty() ? null : from.get(0);
  }

  private String subject() throws MessagingException {
    String subject = line(String.join(" ", headers("Subject")), MAX_SUBJECT);
    return subject.isEmpty() ? "(no subject)" : subject;
  }

  /**
   * Tells a machine's mail by what RFC 3834 and its predecessors agreed on; an empty return path
   * means that nobody wants an answer.
   */
  private boolean isAutomatic() throws MessagingException {
    boolean submitted =
        headers("Auto-Submitted").stream()
            .anyMatch(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"));
    boolean precedence =
        headers("Precedence").stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .anyMatch(List.of("bulk", "junk", "list", "auto_reply")::contains);
    boolean nobody = headers("Return-Path").stream().anyMatch(path -> path.strip().equals("<>"));
    return submitted
        || precedence
        || nobody
        || !headers("List-Id").isEmpty()
        || !headers("X-Autoreply").isEmpty()
        || !headers("X-Autorespond").isEmpty();
  }

  private List<InternetAddress> addresses(String... names) throws MessagingException {
    List<InternetAddress> addresses = new ArrayList<>();
    for (String name : names) {
      for (String value : headers(name)) {
        addresses.addAll(listed(value));
      }
    }
    return addresses;
  }

  private static List<InternetAddress> listed(String value) {
    try {
      return Arrays.stream(InternetAddress.parseHeader(value, false))
          .filter(address -> address.getAddress() != null && address.getAddress().contains("@"))
          .toList();
    } catch (AddressException e) {
      return List.of(); // as if it were not there: an address is never made up
    }
  }

  private List<String> references() throws MessagingException {
    List<String> all =
        Stream.concat(ids("References").stream(), ids("In-Reply-To").stream()).distinct().toList();
    return all.size() <= FIRST + LAST
        ? all
        : Stream.concat(
                all.subList(0, FIRST).stream(), all.subList(all.size() - LAST, all.size()).stream())
            .toList();
  }

  private List<String> ids(String header) throws MessagingException {
    List<String> ids = new ArrayList<>();
    for (String value : headers(header)) {
      Matcher matcher = MESSAGE_ID.matcher(value);
      while (matcher.find()) {
        ids.add(matcher.group());
      }
    }
    return ids;
  }

  private List<String> headers(String name) throws MessagingException {
    String[] values = message.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }

  private String digest() {
    return "<" + Tokens.digest(new String(raw, StandardCharsets.ISO_8859_1)) + "@no-id>";
  }

  /** Returns an encoded header as one line without control characters, cut to a length. */
  static String line(@Nullable String encoded, int length) {
    String text = encoded == null ? "" : encoded;
    try {
      text = MimeUtility.decodeText(MimeUtility.unfold(text));
    } catch (UnsupportedEncodingException e) {
      // shown as it came
    }
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }

  private static Session session() {
    Properties lenient = new Properties();
    lenient.setProperty("mail.mime.address.strict", "false");
    lenient.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(lenient);
  }
}
