/** The shipped WARs on a real Open Liberty, with provider stubs that speak the wire protocols over HTTP. */
@NullMarked
package erp.assistant.server;

import org.jspecify.annotations.NullMarked;
