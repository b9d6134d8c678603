/**
 * What the wire adapters share: reading a server-sent event stream or a whole answer, the state machine of both, time budgets, and
 * typed faults. Start at {@link erp.assistant.impl.provider.ProviderHttp}; the state machine is {@code ProviderStream}.
 *
 * <p>All of it is context-free: it runs on HTTP client threads and uses no CDI, JNDI, MicroProfile Config or context class
 * loader. Not API.
 */
@NullMarked
package erp.assistant.impl.provider;

import org.jspecify.annotations.NullMarked;
