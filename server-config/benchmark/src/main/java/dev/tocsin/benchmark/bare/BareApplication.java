package dev.tocsin.benchmark.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the resource at the root. */
@ApplicationPath("/")
public class BareApplication extends Application {}
