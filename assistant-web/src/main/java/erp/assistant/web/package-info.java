/**
 * The HTTP interface: resources, problem documents, security and health. Knows the API and nothing of the implementation.
 */
@NullMarked
package erp.assistant.web;

import org.jspecify.annotations.NullMarked;
