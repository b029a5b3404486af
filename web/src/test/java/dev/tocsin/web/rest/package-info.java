@NullMarked
package dev.tocsin.web.rest;

import org.jspecify.annotations.NullMarked;
