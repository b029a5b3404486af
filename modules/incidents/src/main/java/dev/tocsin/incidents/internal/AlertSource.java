package dev.tocsin.incidents.internal;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;

/** The dialects in which alerts come in. */
enum AlertSource {
  PROMETHEUS("prometheus") {
    @Override
    IncomingPayload read(String body) {
      return AlertmanagerPayload.read(body);
    }
  };

  private final String source;

  AlertSource(String source) {
    this.source = source;
  }

  /**
   * Return the dialect of a source.
   *
   * @throws NotFound when there is none of that name
   */
  static AlertSource of(String name) {
    for (AlertSource source : values()) {
      if (source.source.equals(name)) {
        return source;
      }
    }
    throw new NotFound("alert source");
  }

  String source() {
    return source;
  }

  /**
   * Read a request's body.
   *
   * @throws Rejected when it is not of this dialect at all; a single odd alert is no reason
   */
  abstract IncomingPayload read(String body);
}
