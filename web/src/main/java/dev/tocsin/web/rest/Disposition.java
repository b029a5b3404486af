package dev.tocsin.web.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes the header that makes a browser save an answer instead of showing it. */
public final class Disposition {

  private Disposition() {}

  /** Returns the value of {@code Content-Disposition} for a file of any name (RFC 6266). */
  public static String attachment(String fileName) {
    String plain = fileName.replaceAll("[^ -~]|[\"\\\\%]", "_");
    String exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact.replace("*", "%2A");
  }
}
