/** Files that hang on tickets and comments: taken in, judged by what they hold, given out. */
@NullMarked
package dev.tocsin.ticketing.attachments;

import org.jspecify.annotations.NullMarked;
