package dev.tocsin.incidents;

/**
 * What became of a request of an alert source.
 *
 * @param received alerts in the request
 * @param created alerts seen for the first time
 * @param updated alerts known before
 * @param incidentsCreated incidents that were opened
 */
public record IngestResult(
    String source, int received, int created, int updated, int incidentsCreated) {}
