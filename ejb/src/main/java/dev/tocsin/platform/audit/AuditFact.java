package dev.tocsin.platform.audit;

/**
 * What happened to what.
 *
 * @param detail JSON text
 */
record AuditFact(String action, String entityType, String entityId, String detail) {}
