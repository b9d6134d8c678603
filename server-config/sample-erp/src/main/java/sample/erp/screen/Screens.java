package sample.erp.screen;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What the screens fetch. */
@ApplicationPath("/api")
public class Screens extends Application {}
