package erp.assistant.impl.config;

import java.util.List;

/** Says which configured values are wrong, where they come from and what is allowed, in one message. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(List<String> problems) {
        super("The assistant's configuration is wrong in " + problems.size()
                + (problems.size() == 1 ? " place" : " places") + ":\n  " + String.join("\n  ", problems));
    }
}
