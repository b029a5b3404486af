package dev.tocsin.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text made fit for a URL. */
final class Encoding {

  private Encoding() {}

  static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
