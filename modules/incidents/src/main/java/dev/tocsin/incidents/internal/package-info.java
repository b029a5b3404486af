/**
 * How alerts are judged and grouped, incidents kept and people paged; nobody else's business. Every
 * change of an incident and of its escalation happens under the lock of the incident's row.
 */
@NullMarked
package dev.tocsin.incidents.internal;

import org.jspecify.annotations.NullMarked;
