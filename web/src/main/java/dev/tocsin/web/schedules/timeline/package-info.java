/**
 * Draws who is on call over time: what the evaluator answers becomes lanes of bars, each placed by
 * its share of the time that is shown. Plain records, without container and without Faces.
 */
@NullMarked
package dev.tocsin.web.schedules.timeline;

import org.jspecify.annotations.NullMarked;
