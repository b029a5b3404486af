/** The audit chain over HTTP: reading it and having it proved. Nothing here can change it. */
@NullMarked
package dev.tocsin.web.audit;

import org.jspecify.annotations.NullMarked;
