package dev.tocsin.notifications.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** Names this running server among its peers; a restart makes a new name. */
final class Node {

  private static final String HOST = lookUp();
  private static final String NAME = HOST + "-" + UUID.randomUUID().toString().substring(0, 8);

  private Node() {}

  static String name() {
    return NAME;
  }

  /** Returns the name of the machine, looked up once. */
  static String host() {
    return HOST;
  }

  private static String lookUp() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
