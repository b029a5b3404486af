/**
 * Who is on call, over HTTP: schedules, their layers, overrides and absences, and the answers the
 * evaluator gives.
 */
@NullMarked
package dev.tocsin.web.schedules;

import org.jspecify.annotations.NullMarked;
