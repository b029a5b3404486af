package dev.tocsin.notifications.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the parts of a message once and sorts them: what it says, what it reports, and the files it
 * brings.
 */
final class MailParts {

  private static final int MAX_PARTS = 500;
  private static final int MAX_DEPTH = 30;
  private static final int MAX_NAME = 200;
  private static final int MAX_TEXT = 200_000;

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<MailFile> files = new ArrayList<>();
  private @Nullable String report;
  private @Nullable String reported;
  private int seen;

  private MailParts() {}

  /**
   * Reads all parts.
   *
   * @throws BrokenMail when there are too many, too deep, or they do not fit together
   */
  static MailParts of(Part message) throws MessagingException, IOException, BrokenMail {
    MailParts parts = new MailParts();
    parts.walk(message, 0);
    return parts;
  }

  /** Returns what the message says; HTML is read as text when that is all there is. */
  String text() {
    String text = plain.toString().isBlank() ? HtmlText.of(html.toString()) : plain.toString();
    String clean = text.replace("\r\n", "\n").replace("\0", "").stripTrailing();
    return clean.length() <= MAX_TEXT ? clean : clean.substring(0, MAX_TEXT) + "…";
  }

  /** Returns the files that came along, in their order. */
  List<MailFile> files() {
    return List.copyOf(files);
  }

  ParsedMail.@Nullable Bounce bounce() {
    return report == null ? null : DeliveryReport.read(report, reported);
  }

  private void walk(Part part, int depth) throws MessagingException, IOException, BrokenMail {
    if (++seen > MAX_PARTS || depth > MAX_DEPTH) {
      throw new BrokenMail("it has too many parts");
    }
    ContentType type = typeOf(part);
    if (type.match("multipart/*")) {
      Multipart parts = new MimeMultipart(new ByteArrayDataSource(read(part), type.toString()));
      if (parts.getCount() == 0) {
        throw new BrokenMail("a part of parts that has none");
      }
      for (int i = 0; i < parts.getCount(); i++) {
        walk(parts.getBodyPart(i), depth + 1);
      }
    } else if (type.match("message/delivery-status")) {
      report = decoded(part, type);
    } else if (type.match("message/rfc822") || type.match("text/rfc822-headers")) {
      reported = decoded(part, type);
      files.add(file(part));
    } else if (type.match("text/html") && !isFile(part)) {
      html.append(decoded(part, type)).append('\n');
    } else if (type.match("text/*") && !isFile(part)) {
      plain.append(decoded(part, type)).append('\n');
    } else {
      files.add(file(part));
    }
  }

  private MailFile file(Part part) throws MessagingException, IOException {
    String name = MailParser.line(part.getFileName(), MAX_NAME);
    return new MailFile(name.isEmpty() ? "part-" + seen : name, read(part));
  }

  private static boolean isFile(Part part) {
    try {
      return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
    } catch (MessagingException e) {
      return true;
    }
  }

  private static ContentType typeOf(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType());
    } catch (ParseException e) {
      // what cannot be read is what RFC 2045 says of what is not said
      return new ContentType("text", "plain", null);
    }
  }

  private static String decoded(Part part, ContentType type)
      throws MessagingException, IOException {
    return new String(read(part), charset(type.getParameter("charset")));
  }

  /** Returns the bytes of a part, its transfer encoding undone. */
  private static byte[] read(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static Charset charset(@Nullable String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
