/** Working time against a minute-counting oracle, and by its laws. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.platform.worktime;
