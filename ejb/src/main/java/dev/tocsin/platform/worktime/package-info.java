/**
 * Working time: which stretches of the day count. Clocks, deadlines and business hours all ask
 * here; nothing else adds a duration to an instant where closing time could lie between.
 */
@NullMarked
package dev.tocsin.platform.worktime;

import org.jspecify.annotations.NullMarked;
