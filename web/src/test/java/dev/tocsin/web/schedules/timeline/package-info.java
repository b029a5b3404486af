@NullMarked
package dev.tocsin.web.schedules.timeline;

import org.jspecify.annotations.NullMarked;
