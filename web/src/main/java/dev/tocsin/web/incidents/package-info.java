/**
 * Alerts, incidents and escalation policies: their resources and their console pages. What may
 * follow, the incidents module decides.
 */
@NullMarked
package dev.tocsin.web.incidents;

import org.jspecify.annotations.NullMarked;
