/** A small application of its own on the server under test, whose list says who the container takes its caller for. */
@NullMarked
package erp.assistant.server.whoami;

import org.jspecify.annotations.NullMarked;
