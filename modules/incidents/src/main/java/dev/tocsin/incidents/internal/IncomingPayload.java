package dev.tocsin.incidents.internal;

import java.util.List;

/**
 * What a request of an alert source holds.
 *
 * @param alerts those that could be read, in the order of the request
 * @param problems one sentence for each that could not
 */
record IncomingPayload(List<IncomingAlert> alerts, List<String> problems) {

  int received() {
    return alerts.size() + problems.size();
  }
}
