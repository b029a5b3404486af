/** The settings over HTTP. Secrets go in and never come out. */
@NullMarked
package dev.tocsin.web.settings;

import org.jspecify.annotations.NullMarked;
