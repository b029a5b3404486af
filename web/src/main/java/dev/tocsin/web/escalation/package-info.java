/** Escalation policies over HTTP: tiers, the rules by severity, and who would be paged. */
@NullMarked
package dev.tocsin.web.escalation;

import org.jspecify.annotations.NullMarked;
