package dev.tocsin.notifications.internal.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that came with a message. */
final class MailFile {

  private final String name;
  private final byte[] bytes;

  MailFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Returns what its sender calls it; empty for nothing. */
  String name() {
    return name;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
